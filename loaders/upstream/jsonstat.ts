import JSONstat from "jsonstat-toolkit";
import * as v from "valibot";
import type { Answer } from "./answer.js";
import { readJson } from "./read-json.js";
import { NotReady, RefreshFault, TooBig } from "./refresh-fault.js";
import { shapeOf } from "./shape-of.js";

/** A cell of a JSON-stat table: its codes by dimension, its value and its flag; null where the value is held back. */
export interface Cell {
  codes: Record<string, string>;
  value: number | null;
  flag: string;
}

const expected = "a table in JSON-stat";

const problem = v.object({ status: v.optional(v.number()), label: v.optional(v.string(), "") });
const refusal = v.union([
  v.object({ error: v.union([v.array(problem), problem]) }),
  v.object({ warning: v.union([v.array(problem), problem]) }),
]);
const dimension = v.object({
  category: v.object({ index: v.union([v.array(v.string()), v.record(v.string(), v.number())]) }),
});
const table = v.object({
  class: v.literal("dataset"),
  id: v.array(v.string()),
  size: v.array(v.number()),
  value: v.union([v.array(v.nullable(v.number())), v.record(v.string(), v.nullable(v.number()))]),
  status: v.optional(
    v.union([v.array(v.nullable(v.string())), v.record(v.string(), v.string()), v.string()]),
  ),
  dimension: v.record(v.string(), dimension),
  updated: v.optional(v.string()),
});

/**
 * The cells of a JSON-stat table that have a value, and those whose value is held back ("c"): it leaves out the others, and
 * they are no zeros. Cells stand in the order of the dimensions in `id`, whatever that of `dimension` is.
 * @throws RefreshFault for a refusal of the producer, and for values that do not fit the sizes of the dimensions
 */
export function readJsonStat(answer: Answer): { cells: Cell[]; updated: string | null } {
  const json = readJson(answer, expected);
  refuse(json, answer);
  const given = shapeOf(table, json, answer, expected);
  const product = fittingCells(given, answer);
  const dataset = JSONstat(json as object).Dataset(0);
  const codes = given.id.map((name) => dataset.Dimension(name).id);
  const cells: Cell[] = [];
  const steps = given.size.map((_, i) => given.size.slice(i + 1).reduce((all, size) => all * size, 1));
  for (let at = 0; at < product; at++) {
    const cell = dataset.Data(at, true);
    const flag = cell?.status ?? "";
    if (typeof cell?.value !== "number" && !flag.includes("c")) continue;
    cells.push({
      codes: Object.fromEntries(
        given.id.map((name, i) => [name, codes[i]![Math.floor(at / steps[i]!) % given.size[i]!]!]),
      ),
      value: cell?.value ?? null,
      flag,
    });
  }
  return { cells, updated: given.updated?.slice(0, 10) ?? null };
}

/** How many cells the table has. @throws RefreshFault where its values or codes do not fit the sizes of its dimensions */
function fittingCells(given: v.InferOutput<typeof table>, answer: Answer): number {
  const product = given.size.reduce((all, size) => all * size, 1);
  const places = Array.isArray(given.value)
    ? given.value.length
    : Math.max(-1, ...Object.keys(given.value).map(Number)) + 1;
  if (
    given.id.length !== given.size.length ||
    (Array.isArray(given.value) ? places !== product : places > product)
  )
    throw unfit(answer, `${product} cells`, `values for ${places}`);
  for (const [i, name] of given.id.entries()) {
    const index = given.dimension[name]?.category.index ?? {};
    const codes = Array.isArray(index) ? index.length : Object.keys(index).length;
    if (codes !== given.size[i]) throw unfit(answer, `${given.size[i]} codes of “${name}”`, `${codes} came`);
  }
  return product;
}

const unfit = ({ address }: Answer, expected: string, came: string) =>
  new RefreshFault(
    { address, expected, came, mend: "Run the refresh again; if it stays so, tell the producer." },
    true,
  );

/** What the producer refuses, or is not ready to answer, has status 200 at times. */
function refuse(json: unknown, { address }: Answer): void {
  const read = v.safeParse(refusal, json);
  if (!read.success) return;
  const [first] = ["error" in read.output ? read.output.error : read.output.warning].flat();
  const label = first?.label ?? "";
  if (/ASYNCHRONOUS/i.test(label))
    throw new NotReady(
      {
        address,
        expected,
        came: "the producer is still preparing the table",
        mend: "Run the refresh again in some minutes.",
      },
      true,
    );
  if (first?.status === 413 || /TOO_BIG/i.test(label))
    throw new TooBig({
      address,
      expected,
      came: "the producer says that the table is too large for one answer",
      mend: "Ask for fewer places at once.",
    });
  throw new RefreshFault({
    address,
    expected,
    came: `the producer answers “${label || JSON.stringify(json).slice(0, 120)}”`,
    mend: "Look the table and its dimensions up: one of them has changed its name.",
  });
}
