import { briefFigures } from "../../src/briefs/figures.js";
import type { Choice, Figure, Options } from "../../src/components/figure.js";
import { findings } from "../../src/figures/findings.js";
import { figures } from "../../src/figures/registry.js";
import type { Table } from "../read-table.js";

/** A choice that a page may make for a figure: its name and the values it takes. */
export type KnownChoice = Pick<Choice, "name" | "label" | "values" | "several" | "shared">;

/** A figure as pages name it. */
export interface KnownFigure {
  id: string;
  choices: KnownChoice[];
  /** What a page has to give: the city of a brief's figure. */
  given: KnownChoice[];
  /** Values at first view, by the choice's name. */
  first: Options;
  /** Ids of the documents that it draws on. */
  sources: string[];
}

/** A finding as pages name it. */
export interface KnownFinding {
  id: string;
  sources: string[];
}

/** All that pages may name. */
export interface Known {
  /** Those of the register, then those of city briefs. */
  figures: KnownFigure[];
  findings: KnownFinding[];
  /** Ids of the table `sources`. */
  sources: string[];
  /** Of these, producers of the tables that newer figures come from: a page of their figures need not name them. */
  ofProducers: string[];
  /** Cities of the table `cities`. */
  cities: { id: string; name: string }[];
}

/** What pages may name, out of the registers and the evidence. */
export function knownNames(evidence: ReadonlyMap<string, Table>): Known {
  const rowsOf = (table: string) => evidence.get(table)?.rows ?? [];
  const cities = rowsOf("cities").map((row) => ({ id: String(row.city_id), name: String(row.name) }));
  const city: KnownChoice = {
    name: "city",
    label: "City",
    values: cities.map(({ id, name }) => ({ value: id, label: name })),
  };
  return {
    figures: [...Object.values(figures), ...Object.values(briefFigures)].map((figure) =>
      knownFigure(figure, city),
    ),
    findings: Object.values(findings).map(({ id, sources }) => ({ id, sources: idsOf(sources) })),
    sources: rowsOf("sources").map((row) => String(row.source_id)),
    ofProducers: idsOf(rowsOf("upstream_datasets").map((row) => ({ source_id: String(row.source_id) }))),
    cities,
  };
}

function knownFigure({ id, choices = [], given = [], options = {}, sources }: Figure, city: KnownChoice) {
  return {
    id,
    choices: choices.map(({ name, label, values, several, shared }) => ({
      name,
      label,
      values,
      several,
      shared,
    })),
    given: given.includes(city.name) ? [city] : [],
    first: options,
    sources: idsOf(sources),
  };
}

const idsOf = (sources: readonly { source_id: string }[]) => [
  ...new Set(sources.map(({ source_id }) => source_id)),
];
