import type { Agreed, AgreedOn, Agreement } from "../model/agreement.js";
import { criterionNames, dimensions, sectorNames } from "../model/names.js";
import { element } from "./element.js";
import { scrollFrame } from "./scroll-frame.js";
import { capital, formatNumber } from "./format.js";
import { tableHead } from "./table-head.js";

/** Names of tables and columns as readers know them. */
interface Titles {
  table: (table: string) => string;
  column: (table: string, column: string) => string;
}

const ofCodes = {
  decisions: "Single decisions",
  agreed: "Both agree, % of decisions",
  kappa: "Cohen's kappa",
} as const;
const columns = { judged: "Judged", ...ofCodes, settled: "Settled" } as const;

/** Where only those decisions count in which either reader gave a code. */
const withoutSilence = "where either found something said";

/**
 * How far the two readers of the judgements agree: a row for each table, and behind it one for each code. The criteria
 * are told with silence and without.
 */
export function agreementTable(
  document: Document,
  agreements: readonly Agreement[],
  titles: Titles,
): HTMLElement {
  const link = (table: string) => element(document, "a", { href: `#table-${table}` }, titles.table(table));
  const whole = agreements.flatMap((agreement) => {
    const { table, units, settled, stated } = agreement;
    const [judged, differing] = [formatNumber(units), formatNumber(settled)];
    return [
      row(document, [link(table)], { ...numbers(agreement), judged, settled: differing }, columns),
      ...(stated
        ? [
            row(
              document,
              [link(table), `, ${withoutSilence}`],
              { ...numbers(stated), judged, settled: differing },
              columns,
            ),
          ]
        : []),
    ];
  });
  const groups = agreements.flatMap(({ table, byCode, stated }) => [
    group(document, titles.table(table), rowsOf(table, byCode)),
    ...(stated
      ? [group(document, `${titles.table(table)}, ${withoutSilence}`, rowsOf(table, stated.byCode))]
      : []),
  ]);

  function rowsOf(table: string, codes: readonly AgreedOn[]): HTMLElement[] {
    return codes.map((of) =>
      row(document, [nameOf(of.code, (column) => titles.column(table, column))], numbers(of), ofCodes),
    );
  }

  return element(
    document,
    "div",
    { class: "agreement" },
    scrolling(
      document,
      "How far two readers agree",
      tableHead(document, ["Judgement", ...Object.values(columns)]),
      [element(document, "tbody", {}, ...whole)],
    ),
    element(
      document,
      "details",
      {},
      element(document, "summary", {}, "By dimension, criterion, sector and column"),
      scrolling(
        document,
        "How far two readers agree on each code",
        tableHead(document, ["Code", ...Object.values(ofCodes)]),
        groups,
      ),
    ),
  );
}

function numbers({ decisions, agreedPct, kappa }: Agreed) {
  return {
    decisions: formatNumber(decisions),
    agreed: formatNumber(agreedPct, 1),
    kappa: kappa === null ? "not defined" : formatNumber(kappa, 2),
  };
}

const codeNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...dimensions, "multidimensional"].map((code) => [code, code])),
  ...criterionNames,
  ...sectorNames,
};

/** A code as readers know it; what is none is a column, and has its title. */
const nameOf = (code: string, columnTitle: (column: string) => string): string =>
  capital(codeNames[code] ?? columnTitle(code));

function row<Name extends string>(
  document: Document,
  name: readonly (Node | string)[],
  values: Readonly<Record<Name, string>>,
  shown: Readonly<Record<Name, string>>,
): HTMLElement {
  return element(
    document,
    "tr",
    {},
    element(document, "th", { scope: "row" }, ...name),
    ...(Object.keys(shown) as Name[]).map((column) =>
      element(document, "td", { class: "number", "data-label": shown[column] }, values[column]),
    ),
  );
}

/** Rows of one judgement under its name. */
function group(document: Document, title: string, rows: readonly HTMLElement[]): HTMLElement {
  const head = element(document, "th", { scope: "rowgroup", colspan: 4 }, title);
  return element(document, "tbody", {}, element(document, "tr", {}, head), ...rows);
}

function scrolling(
  document: Document,
  label: string,
  head: HTMLElement,
  bodies: readonly HTMLElement[],
): HTMLElement {
  return scrollFrame(document, label, element(document, "table", {}, head, ...bodies));
}
