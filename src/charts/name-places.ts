import { estimatedWidth } from "../components/text-width.js";

/** A dot of a map, in degrees. */
interface Dot {
  longitude: number;
  latitude: number;
  name: string;
  /** In CSS pixels. */
  radius: number;
}

/** Where a name stands beside its dot. */
export interface NamePlace {
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
}

interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Height of a line of words, in CSS pixels. */
const lineHeight = 13;

/**
 * Places for the names of dots on a map of the earth: beside, above or below each, where it lies on no other dot or name
 * and inside the picture. A name without such a place is left out (null): the table has it.
 * @param width of the picture, in CSS pixels; the earth fills it, and a degree is taken for as long everywhere
 * @param size of the letters, in CSS pixels
 */
export function namePlaces(dots: readonly Dot[], width: number, size: number): (NamePlace | null)[] {
  const perDegree = width / 360;
  const middles = dots.map(({ longitude, latitude }) => ({
    x: (longitude + 180) * perDegree,
    y: -latitude * perDegree * 1.15,
  }));
  const taken: Box[] = dots.map(({ radius }, i) => around(middles[i]!, radius + 1));
  return dots.map(({ name, radius }, i) => {
    const { x, y } = middles[i]!;
    const long = estimatedWidth(name, { size });
    const gap = radius + 4;
    const places: [NamePlace, Box][] = [
      [
        { dx: gap, dy: 0, anchor: "start" },
        { x0: x + gap, x1: x + gap + long, y0: y - lineHeight / 2, y1: y + lineHeight / 2 },
      ],
      [
        { dx: -gap, dy: 0, anchor: "end" },
        { x0: x - gap - long, x1: x - gap, y0: y - lineHeight / 2, y1: y + lineHeight / 2 },
      ],
      [
        { dx: 0, dy: -gap - lineHeight / 2, anchor: "middle" },
        { x0: x - long / 2, x1: x + long / 2, y0: y - gap - lineHeight, y1: y - gap },
      ],
      [
        { dx: 0, dy: gap + lineHeight / 2, anchor: "middle" },
        { x0: x - long / 2, x1: x + long / 2, y0: y + gap, y1: y + gap + lineHeight },
      ],
    ];
    const free = places.find(
      ([, box]) =>
        box.x0 >= 0 && box.x1 <= width && !taken.some((other, j) => j !== i && overlaps(box, other)),
    );
    if (!free) return null;
    taken.push(free[1]);
    return free[0];
  });
}

const around = ({ x, y }: { x: number; y: number }, radius: number): Box => ({
  x0: x - radius,
  x1: x + radius,
  y0: y - radius,
  y1: y + radius,
});

const overlaps = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
