import { join } from "node:path";
import { max, rollup } from "d3-array";
import { agreementTable } from "../../src/components/agreement-table.js";
import { derivationGraph } from "../../src/components/derivation-graph.js";
import { dictionary, downloadLink, type DictionaryTable } from "../../src/components/dictionary.js";
import { discrepancyList } from "../../src/components/discrepancy-list.js";
import { documentList } from "../../src/components/document-list.js";
import { element } from "../../src/components/element.js";
import { statisticsList } from "../../src/components/statistics-list.js";
import { upstreamList } from "../../src/components/upstream-list.js";
import { tableHead } from "../../src/components/table-head.js";
import { readerWords, type NamesOfIds } from "../../src/components/reader-words.js";
import { agreements } from "../../src/model/agreement.js";
import type { FrameContext } from "../../src/components/frame-context.js";
import { dataFolder, readPackage, type Field } from "../package.js";
import { derivedTables } from "../derived/derived-tables.js";
import { readChecked } from "../upstream/checked.js";
import { producers } from "../upstream/producers.js";
import type { Table } from "../read-table.js";

/** The blocks of the sources page, drawn from the package and the tables: documents, dictionary, discrepancies, downloads. */
export function evidenceBlocks(
  evidence: ReadonlyMap<string, Table>,
  context: FrameContext,
): Record<string, HTMLElement> {
  const { document } = context;
  const pkg = readPackage();
  const named = (table: string, id: string, name: string) =>
    (evidence.get(table)?.rows ?? []).map((row) => [String(row[id]), String(row[name] ?? row[id])] as const);
  const rowsOf = (source: string) =>
    [...evidence.values()]
      .filter((table) => table.name !== "sources")
      .map((table) => ({
        table: table.resource.title ?? table.name,
        rows: table.rows.filter((row) => row.source_id === source).length,
      }))
      .filter(({ rows }) => rows > 0);
  const ids: NamesOfIds = new Map([
    ...named("sources", "source_id", "short_name"),
    ...named("cities", "city_id", "name"),
  ]);
  const tables: DictionaryTable[] = pkg.resources.map((resource) => ({
    name: resource.name,
    title: resource.title ?? resource.name,
    description: readerWords(resource.description ?? "", ids),
    rows: evidence.get(resource.name)?.rows.length ?? 0,
    fields: resource.schema.fields.map((field) => ({
      ...field,
      title: field.title ?? field.name,
      description: readerWords(field.description ?? "", ids),
      rules: rulesOf(field, resource.schema.primaryKey ?? []),
      categories: field.categories?.map(({ value, label }) => ({ value, label: readerWords(label, ids) })),
    })),
  }));
  const titles = new Map(tables.map((table) => [table.name, table]));
  const tableTitle = (name: string) => titles.get(name)?.title ?? name;
  const columnTitle = (table: string, name: string) =>
    titles.get(table)?.fields.find((field) => field.name === name)?.title ?? name;
  const discrepancies = evidence.get("discrepancies")?.rows ?? [];
  return {
    documents: documentList(document, evidence.get("sources")?.rows ?? [], rowsOf, ids),
    agreement: agreementTable(
      document,
      agreements(evidence.get("codings")?.rows ?? [], evidence.get("practices")?.rows.length ?? 0),
      { table: tableTitle, column: columnTitle },
    ),
    dictionary: dictionary(document, tables),
    discrepancies: discrepancyList(discrepancies, context, {
      ids,
      table: tableTitle,
      column: columnTitle,
    }),
    "discrepancy-count": element(
      document,
      "p",
      { class: "lede" },
      `${discrepancies.length} places where a document contradicts itself, its own totals, another document or plain fact.`,
    ),
    statistics: statisticsList(
      evidence.get("indicators")?.rows ?? [],
      evidence.get("statistics")?.rows ?? [],
      context,
    ),
    "newer-figures": newerFigures(evidence, context),
    "derived-tables": derivationGraph(derivedTables, document),
    freshness: freshness(evidence, context),
    downloads: downloads(document, tables),
  };
}

/** The tables of producers behind newer figures, and when they were last looked at. */
function newerFigures(evidence: ReadonlyMap<string, Table>, context: FrameContext): HTMLElement {
  const newest = rollup(
    evidence.get("upstream_statistics")?.rows ?? [],
    (rows) => max(rows, (row) => Number(row.year))!,
    (row) => String(row.dataset),
  );
  for (const { dataset, year } of evidence.get("upstream_exchange_rates")?.rows ?? [])
    newest.set(String(dataset), Math.max(newest.get(String(dataset)) ?? 0, Number(year)));
  const datasets = evidence.get("upstream_datasets")?.rows ?? [];
  const fetchable = producers.flatMap(({ id, name, datasets }) =>
    datasets.map((dataset) => ({ dataset: `${id}/${dataset.id}`, title: dataset.title, producer: name })),
  );
  return upstreamList(datasets, newest, readChecked(join(dataFolder, "snapshots")), fetchable, context);
}

/** What a field's values must be, in words. */
function rulesOf(field: Field, primaryKey: readonly string[]): string {
  const { required, minimum, maximum, enum: allowed, pattern } = field.constraints ?? {};
  const rules: string[] = [];
  if (primaryKey.includes(field.name)) rules.push("key");
  if (required) rules.push("required");
  if (minimum !== undefined || maximum !== undefined) rules.push(`${minimum ?? "…"} to ${maximum ?? "…"}`);
  if (allowed) rules.push(`one of ${allowed.length} values`);
  if (pattern) rules.push(`pattern ${pattern}`);
  return rules.join("; ");
}

/** How old the evidence is: the years its figures speak of, document by document. */
function freshness(
  evidence: ReadonlyMap<string, Table>,
  { document, version, sourceName }: FrameContext,
): HTMLElement {
  const statistics = evidence.get("statistics")?.rows ?? [];
  const list = element(document, "ul", {});
  for (const source of evidence.get("sources")?.rows ?? []) {
    const years = statistics
      .filter((row) => row.source_id === source.source_id && row.year_stated === true)
      .map((row) => Number(row.year));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const span = years.length
      ? `; its dated statistics speak of ${first === last ? first : `${first} to ${last}`}`
      : "";
    list.append(
      element(
        document,
        "li",
        {},
        `${sourceName(String(source.source_id))}: published ${String(source.year)}${span}.`,
      ),
    );
  }
  const words = element(
    document,
    "p",
    {},
    `Data version ${version}: a hash of every table and its description; it changes with any edit.`,
  );
  return element(document, "div", {}, words, list, rounds(evidence, document));
}

/** When initiatives and partnerships were counted, round by round. */
function rounds(evidence: ReadonlyMap<string, Table>, document: Document): HTMLElement {
  const counted = ["initiatives", "partnerships"].flatMap((name) => evidence.get(name)?.rows ?? []);
  const items = (evidence.get("rounds")?.rows ?? []).map((round) => {
    const cities = new Set(counted.filter((row) => row.round === round.round_id).map((row) => row.city_id))
      .size;
    return element(
      document,
      "li",
      {},
      `${String(round.name)}: initiatives and partnerships of ${cities} ${cities === 1 ? "city" : "cities"}, counted in ${String(round.year)}.`,
    );
  });
  return element(document, "ul", {}, ...items);
}

function downloads(document: Document, tables: DictionaryTable[]): HTMLElement {
  const body = element(document, "tbody");
  for (const table of tables) {
    const links = ["csv", "arrow", "parquet"].map((format) =>
      element(
        document,
        "td",
        {},
        downloadLink(document, `/data/${table.name}.${format}`, format, `${table.name} as ${format}`),
      ),
    );
    body.append(
      element(
        document,
        "tr",
        {},
        element(document, "th", { scope: "row" }, table.title),
        element(document, "td", { class: "number" }, table.rows),
        ...links,
      ),
    );
  }
  const head = tableHead(document, ["Table", "Rows", "CSV", "Arrow", "Parquet"]);
  const all = element(
    document,
    "p",
    {},
    downloadLink(document, "/data/arrivals.zip", "Everything in one archive"),
    " or the ",
    downloadLink(document, "/data/datapackage.json", "data package"),
    " that describes it.",
  );
  const grid = element(document, "table", {}, head, body);
  return element(
    document,
    "div",
    {},
    all,
    element(
      document,
      "div",
      { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Downloads" },
      grid,
    ),
  );
}
