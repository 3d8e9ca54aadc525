import { max, sum } from "d3-array";
import { formatShort, percent } from "../components/format.js";
import { colourOf, partnershipNames, type PartnershipType } from "../model/names.js";
import { Pen } from "../components/pen.js";
import type { ScenarioCanvas } from "./picture.js";
import { ceilingOf } from "./scale.js";
import { setSpots, type Spot } from "./spots.js";

/** Partnerships of a city and type. */
export interface Part {
  city: string;
  type: PartnershipType;
  before: number;
  now: number;
}

interface Options {
  parts: readonly Part[];
  /** When the cities were as they are without levers, and the calendar year of the last. */
  first: string;
  last: number;
  /** One city, with bars of full height for both years. */
  one: boolean;
}

/** A bar a city, stacked by type; under it, thin, the mapping where the scenario differs. */
export function drawPartnerships(canvas: ScenarioCanvas, options: Options): Element {
  const { width, kept } = canvas;
  const { parts, first, last, one } = options;
  const narrow = width < 500;
  const cities = [...new Set(parts.map(({ city }) => city))];
  const own = new Map(cities.map((city) => [city, parts.filter((part) => part.city === city)]));
  const rowHeight = one ? 84 : 32;
  const marginTop = 26;
  const height = marginTop + cities.length * rowHeight + 4;
  const left = one ? (first.length > 4 ? 76 : 44) : narrow ? 82 : 104;
  const right = width - (narrow ? 66 : 84);
  const longest = max(own.values(), (list) =>
    Math.max(
      sum(list, (d) => d.before),
      sum(list, (d) => d.now),
    ),
  );
  const end = ceilingOf(longest ?? 1, kept, "partnerships", true);
  const pen = Pen.begin(canvas, width, height, narrow ? 11 : 12);
  const bars = pen.group({});
  const numbers = pen.group({ fill: "var(--ground)", "font-weight": 600, "text-anchor": "middle" });
  const soft = pen.group({ fill: "var(--soft)" });
  const spots: Spot[] = [];
  const stack = (
    list: readonly Part[],
    field: "before" | "now",
    y1: number,
    y2: number,
    labelled: boolean,
  ) => {
    let from = left;
    for (const part of list) {
      const count = part[field];
      if (!(count > 0)) continue;
      const to = from + ((right - left) * count) / end;
      const [x, y] = [(from + to) / 2, (y1 + y2) / 2];
      bars.rect(from, y1, Math.max(from, to - 1), y2, { fill: colourOf(part.type) });
      const label = formatShort(count);
      if (labelled && label.length * 7 + 2 <= to - from) numbers.text(x, y, label);
      spots.push({ x, y, words: () => wordsOf(part) });
      from = to;
    }
  };
  const name = (x: number, y: number, words: string, faint: boolean) =>
    (faint ? soft : pen).text(x, y, words);
  cities.forEach((city, i) => {
    const list = own.get(city)!;
    const top = marginTop + i * rowHeight;
    const changed = list.some(({ before, now }) => Math.abs(before - now) > 1e-9);
    const share = (field: "before" | "now") =>
      (list.find(({ type }) => type === "public-private")?.[field] ?? 0) / (sum(list, (d) => d[field]) || 1);
    const [was, is] = [percent(share("before")), percent(share("now"))];
    if (one) {
      stack(list, "now", top + 4, top + 34, true);
      stack(list, "before", top + 44, top + 74, true);
      name(0, top + 19, String(last), false);
      name(0, top + 59, first, true);
      name(right + 8, top + 19, is, false);
      name(right + 8, top + 59, was, true);
      return;
    }
    stack(list, "now", top + 4, top + (changed ? 20 : 24), true);
    if (changed) stack(list, "before", top + 22, top + 26, false);
    name(0, top + 14, city, false);
    name(right + 8, top + 14, was === is ? is : `${was} → ${is}`, was === is);
  });
  if (!one) soft.text(0, 8, `thin bar: ${first}, where ${last} differs`);
  soft.text(width, 8, "public–private", { "text-anchor": "end" });
  pen.line(left, marginTop, left, height - 4, { stroke: "var(--soft)" });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

/** What the pointer is told of a part. */
function wordsOf({ city, type, before, now }: Part): string {
  const was = Math.abs(before - now) > 1e-9 ? `${formatShort(before)} to ` : "";
  return `${city}, ${partnershipNames[type]}\n${was}${formatShort(now)} partnerships`;
}
