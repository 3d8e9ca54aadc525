import type { Canvas } from "./figure.js";
import { practicesOf, radiusOf, type Actor, type ActorGraph } from "./actor-graph.js";
import { colourOf, sectorNames, sectors } from "../model/names.js";
import { svgElement } from "./svg-element.js";

/** Size of the picture in the units of its positions, by the room there is. */
export const networkSizes = {
  wide: { width: 760, height: 440 },
  narrow: { width: 340, height: 420 },
} as const;

type Placed = Actor & { x: number; y: number; r: number };

/**
 * Circles of actors and lines between those who work together, at positions made beforehand (`canvas.places`); where
 * there are none, in a spiral for each sector.
 * @param where words for an empty picture: " in Lisbon"
 */
export function networkPicture(graph: ActorGraph, canvas: Canvas, where: string): Element {
  const { document, width, live } = canvas;
  const form = width < 500 ? "narrow" : "wide";
  const size = networkSizes[form];
  const scale = width / size.width;
  const height = Math.round(size.height * scale);
  const make = svgElement(document);
  const svg = make("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-size": 12 });
  const placed = place(graph.actors, canvas, form).map((actor) => ({
    ...actor,
    x: actor.x * scale,
    y: actor.y * scale,
  }));
  const byKey = new Map(placed.map((actor) => [actor.key, actor]));

  for (const sector of [...sectors, ""]) {
    const path = graph.ties
      .map(({ lead, partner }) => [byKey.get(lead)!, byKey.get(partner)!] as const)
      .filter(([lead]) => lead.sector === sector)
      .map(([a, b]) => `M${round(a.x)},${round(a.y)}L${round(b.x)},${round(b.y)}`)
      .join("");
    if (path)
      svg.append(
        make("path", { d: path, fill: "none", stroke: colour(sector), "stroke-opacity": 0.4, class: "ties" }),
      );
  }
  for (const sector of [...sectors, ""]) {
    const own = placed.filter((actor) => actor.sector === sector);
    if (!own.length) continue;
    const group = make("g", { fill: colour(sector), stroke: "var(--ground)", "stroke-width": 0.8 });
    for (const actor of own) {
      const circle = make("circle", { cx: round(actor.x), cy: round(actor.y), r: round(actor.r) });
      if (live) {
        circle.setAttribute("data-step", actor.key);
        const title = make("title", {});
        title.textContent = `${actor.name}: ${actor.neighbours.size} worked with, ${practicesOf(actor)} practices`;
        circle.append(title);
      }
      group.append(circle);
    }
    svg.append(group);
  }
  const words = make("g", {
    fill: "var(--ink)",
    stroke: "var(--ground)",
    "stroke-width": 3,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
    "text-anchor": "middle",
  });
  for (const { text, x, y, head } of labels(placed, width, form)) {
    const label = make("text", { x: round(x), y: round(y) });
    if (head)
      for (const [name, value] of Object.entries({ "font-weight": 600, "font-size": 13 }))
        label.setAttribute(name, String(value));
    label.textContent = text;
    words.append(label);
  }
  if (!placed.length) {
    const none = make("text", { x: width / 2, y: 40, fill: "var(--soft)" });
    none.textContent = `no actor is named${where}`;
    words.append(none);
  }
  if (where) {
    const note = make("text", { x: 2, y: height - 6, "text-anchor": "start", fill: "var(--soft)" });
    note.textContent = `actors${where}`;
    words.append(note);
  }
  svg.append(words);
  return svg;
}

const colour = (sector: string) => (sector ? colourOf(sector) : "var(--soft)");
const round = (value: number) => Math.round(value * 10) / 10;

/** Actors with position and radius, in the units of `networkSizes`. */
function place(actors: Actor[], { places }: Canvas, form: keyof typeof networkSizes): Placed[] {
  const given = places?.[form];
  const counted = new Map<string, number>();
  return actors.map((actor) => {
    const at = actor.place === null ? -1 : (actor.place - 1) * 2;
    const r = radiusOf(actor, form === "narrow");
    const [x, y] = [given?.[at], given?.[at + 1]];
    if (x !== undefined && y !== undefined) return { ...actor, x, y, r };
    const n = counted.get(actor.sector) ?? 0;
    counted.set(actor.sector, n + 1);
    return { ...actor, r, ...spiral(n, middleOf(actor.sector, form), form) };
  });
}

/** Sunflower: the n-th seed from the middle. */
function spiral(n: number, { x, y }: { x: number; y: number }, form: keyof typeof networkSizes) {
  const step = form === "narrow" ? 6 : 9;
  const [radius, angle] = [step * Math.sqrt(n), n * 2.399963];
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

/** Middle of a sector's cluster: the two large ones above, the two small ones below. */
export function middleOf(sector: string, form: keyof typeof networkSizes): { x: number; y: number } {
  const { width, height } = networkSizes[form];
  const column = sector === "third" || sector === "international" ? 0.74 : 0.26;
  const row = sector === "private" || sector === "international" ? 0.8 : sector ? 0.34 : 0.98;
  return { x: width * column, y: height * row };
}

interface Label {
  text: string;
  x: number;
  y: number;
  head?: boolean;
}

/** Names of sectors over their clusters, and of the largest actors where no other name stands. */
function labels(placed: Placed[], width: number, form: keyof typeof networkSizes): Label[] {
  const taken: Box[] = [];
  const heads = sectors.flatMap((sector): Label[] => {
    const own = placed.filter((actor) => actor.sector === sector);
    if (!own.length) return [];
    const text = `${sectorNames[sector]} (${own.length})`;
    const half = text.length * 4.2;
    const x = Math.min(width - half, Math.max(half, own.reduce((sum, { x }) => sum + x, 0) / own.length));
    let y = Math.max(13, Math.min(...own.map(({ y, r }) => y - r)) - 8);
    const box = () => ({ x, y: y - 4, w: half * 2 + 8, h: 17 });
    while (y > 13 && taken.some((other) => meet(box(), other))) y -= 1;
    taken.push(box());
    return [{ text, x, y, head: true }];
  });
  const circles = placed.map((actor) => ({ ...actor, w: actor.r * 2, h: actor.r * 2 }));
  const most = placed.length <= 30 ? 16 : form === "narrow" ? 5 : 12;
  const names = [...placed]
    .sort(
      (a, b) =>
        b.neighbours.size + practicesOf(b) - a.neighbours.size - practicesOf(a) ||
        a.name.localeCompare(b.name),
    )
    .slice(0, most)
    .flatMap((actor): Label[] => {
      const text = shortName(actor.name);
      const half = (text.length * 7) / 2;
      const beside = actor.r + 4 + half;
      const spots = [
        [actor.x, actor.y - actor.r - 4],
        [actor.x, actor.y + actor.r + 13],
        [actor.x + beside, actor.y + 4],
        [actor.x - beside, actor.y + 4],
      ] as const;
      const others = circles.filter(({ key }) => key !== actor.key);
      const free = (besides: readonly Box[]) =>
        spots.find(([x, y]) => {
          const box = { x, y: y - 4, w: half * 2 + 4, h: 15 };
          const inside = x - half >= 0 && x + half <= width && y >= 12;
          return inside && ![...taken, ...besides].some((other) => meet(box, other));
        });
      // Where every spot has a circle, one that hides none but actors of one or two practices.
      const spot = free(others) ?? free(others.filter((other) => practicesOf(other) > 2));
      if (spot) taken.push({ x: spot[0], y: spot[1] - 4, w: half * 2 + 4, h: 15 });
      return spot ? [{ text, x: spot[0], y: spot[1] }] : [];
    });
  return [...heads, ...names];
}

/** A box by its middle and its size. */
interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const meet = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h;

/** An acronym where the name has one and is long; otherwise the name, cut at a word. */
function shortName(name: string): string {
  const acronym = /\(([A-Z][A-Za-z]+)\)$/.exec(name)?.[1];
  const bare = name.replace(/ \([^)]*\)$/, "");
  if (bare.length <= 27) return bare;
  if (acronym) return acronym;
  const cut = bare.slice(0, 26);
  return `${cut.split(/\s+/).slice(0, -1).join(" ") || cut}…`;
}
