import * as Plot from "@observablehq/plot";
import { mean } from "d3-array";
import { element } from "./element.js";
import { formatList } from "./format.js";
import type { PlotSpec } from "./figure.js";
import { scrollFrame } from "./scroll-frame.js";
import { tableHead } from "./table-head.js";

/** A table that is worked out from others, as it declares itself. */
export interface Derivation {
  name: string;
  inputs: readonly string[];
}

/** A line from one name to another, by their places in the picture. */
interface Link {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Distance of two names in a column, and of two columns, in CSS pixels. */
const step = 26;
const columnWidth = 250;

/**
 * What is worked out from what, drawn from the declarations: what is fetched or typed in stands on the left, and each
 * table to the right of all that it is made of. The table below says the same in words.
 */
export function derivationGraph(derivations: readonly Derivation[], document: Document): HTMLElement {
  const levels = levelsOf(derivations);
  const columns = Math.max(...levels.values()) + 1;
  const nodes = [...levels].map(([name, level]) => ({ name, level }));
  const columnsOf = Array.from({ length: columns }, (_, level) =>
    nodes.filter((node) => node.level === level),
  );
  // What is fetched or typed in stands beside what is made of it, so that few lines cross.
  const place = new Map(
    columnsOf.slice(1).flatMap((column) => column.map(({ name }, i) => [name, i / column.length])),
  );
  const middle = (name: string) =>
    mean(
      derivations.filter(({ inputs }) => inputs.includes(name)),
      (made) => place.get(made.name)!,
    ) ?? 0;
  columnsOf[0]!.sort((a, b) => middle(a.name) - middle(b.name));
  const tallest = Math.max(...columnsOf.map(({ length }) => length));
  const places = new Map(
    columnsOf.flatMap((column) =>
      column.map(
        ({ name, level }, i) => [name, { x: level, y: ((i + 0.5) * tallest) / column.length, name }] as const,
      ),
    ),
  );
  const links = derivations.flatMap(({ name, inputs }) =>
    inputs.map((input) => ({ from: places.get(input)!, to: places.get(name)! })),
  );
  const spec: PlotSpec = {
    document,
    width: columns * columnWidth + 40,
    height: tallest * step + 20,
    margin: 10,
    marginLeft: columnWidth - 60,
    marginRight: columnWidth - 60,
    axis: null,
    x: { domain: [0, columns - 1] },
    y: { domain: [0, tallest], reverse: true },
    style: { fontSize: "12px" },
    marks: [
      Plot.link(links, {
        x1: ({ from }: Link) => from.x,
        y1: ({ from }: Link) => from.y,
        x2: ({ to }: Link) => to.x,
        y2: ({ to }: Link) => to.y,
        curve: "bump-x",
        stroke: "var(--soft)",
        strokeOpacity: 0.6,
      }),
      Plot.dot([...places.values()], { x: "x", y: "y", r: 3, fill: "var(--mark)" }),
      ...(["end", "start"] as const).map((textAnchor) =>
        Plot.text(
          [...places.values()].filter(({ x }) => (x === 0) === (textAnchor === "end")),
          {
            x: "x",
            y: "y",
            text: "name",
            textAnchor,
            dx: textAnchor === "end" ? -8 : 8,
            fill: "var(--ink)",
            stroke: "var(--ground)",
            strokeWidth: 4,
          },
        ),
      ),
    ],
  };
  const picture = Plot.plot(spec);
  picture.setAttribute("role", "img");
  picture.setAttribute(
    "aria-label",
    `Tables that are worked out from others. ${derivations.map(({ name, inputs }) => `${name} from ${formatList([...inputs])}`).join("; ")}.`,
  );
  for (const group of picture.querySelectorAll("g[aria-label]")) group.setAttribute("role", "group");
  return element(
    document,
    "div",
    { class: "derivations" },
    scrollFrame(document, "What is worked out from what", picture),
    scrollFrame(
      document,
      "Tables that are worked out, and what of",
      element(
        document,
        "table",
        {},
        tableHead(document, ["Table", "Worked out from"]),
        element(
          document,
          "tbody",
          {},
          ...derivations.map(({ name, inputs }) =>
            element(
              document,
              "tr",
              {},
              element(document, "th", { scope: "row" }, element(document, "code", {}, name)),
              element(document, "td", {}, inputs.join(", ")),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The column of each name: 0 for what is made of nothing, else one more than the furthest of its inputs. */
function levelsOf(derivations: readonly Derivation[]): Map<string, number> {
  const inputsOf = new Map(derivations.map(({ name, inputs }) => [name, inputs]));
  const level = (name: string): number => {
    const inputs = inputsOf.get(name);
    return inputs === undefined ? 0 : 1 + Math.max(-1, ...inputs.map(level));
  };
  const names = [
    ...new Set(derivations.flatMap(({ inputs }) => inputs)),
    ...derivations.map(({ name }) => name),
  ];
  return new Map(names.map((name) => [name, level(name)]));
}
