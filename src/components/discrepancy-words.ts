import type { Choice, Row } from "./figure.js";
import { percent } from "./format.js";
import {
  apart,
  discrepancyKinds,
  weightFrom,
  weightOf,
  weights,
  type DiscrepancyKind,
  type Weight,
} from "../model/discrepancies.js";

/** What a discrepancy is found by, each a key of the address and of a row's data. */
export const facetNames = ["document", "table", "kind", "weight"] as const;
export type DiscrepancyFacet = (typeof facetNames)[number];

/** Stands for a table where none is touched. */
const noTable = "none";

const kindNames: Readonly<Record<DiscrepancyKind, string>> = {
  itself: "contradicts itself",
  totals: "contradicts its own totals",
  document: "contradicts another document",
  outside: "contradicts an outside source",
};

const weightNames: Readonly<Record<Weight, string>> = {
  large: "large: a quarter or more",
  middle: "middling: a tenth to a quarter",
  small: "small: less than a tenth",
  words: "no size: words, names, years",
};

/** How the weight is worked out, for readers. */
export const weightRule = `The weight of a discrepancy is how far its two readings are apart, as a share of the larger number: ${percent(weightFrom.large)} or more is large, ${percent(weightFrom.middle)} or more middling, anything less small. Readings in words, names and years have no size, nor have equal numbers that are said of different things.`;

/** The values of a discrepancy by which it is found. */
export function facetsOf(row: Row): Record<DiscrepancyFacet, string> {
  return {
    document: String(row.source_id),
    table: row.table_name === null ? noTable : String(row.table_name),
    kind: String(row.kind),
    weight: weightOf(String(row.value_a ?? ""), String(row.value_b ?? "")),
  };
}

/** "contradicts its own totals; 8 % apart". */
export function kindWords(row: Row): string {
  const part = apart(String(row.value_a ?? ""), String(row.value_b ?? ""));
  return [kindNames[row.kind as DiscrepancyKind], part !== null && `${percent(part)} apart`]
    .filter(Boolean)
    .join("; ");
}

/** What can be chosen: the values that some discrepancy has, in their order. */
export function facetChoices(
  rows: readonly Row[],
  names: { document: (id: string) => string; table: (name: string) => string },
): (Choice & { name: DiscrepancyFacet })[] {
  const found = rows.map(facetsOf);
  const present = (name: DiscrepancyFacet) => [...new Set(found.map((of) => of[name]))];
  const tables = present("table").map((value) => ({
    value,
    label: value === noTable ? "no table" : names.table(value),
  }));
  const listed = <Value extends string>(values: readonly Value[], of: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, label: of[value] }));
  const has = (name: DiscrepancyFacet, values: Choice["values"]) =>
    values.filter(({ value }) => present(name).includes(value));
  return [
    {
      name: "document",
      label: "Document",
      values: present("document").map((value) => ({ value, label: names.document(value) })),
    },
    { name: "table", label: "Table", values: tables.sort((a, b) => a.label.localeCompare(b.label, "en")) },
    { name: "kind", label: "Kind", values: has("kind", listed(discrepancyKinds, kindNames)) },
    { name: "weight", label: "Weight", values: has("weight", listed(weights, weightNames)) },
  ];
}
