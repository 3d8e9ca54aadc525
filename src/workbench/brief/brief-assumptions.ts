import { element } from "../../components/element.js";
import { formatAsItIs } from "../../components/format.js";
import { tableHead } from "../../components/table-head.js";
import { ofCities, ofMappedCities, withOverrides, type Assumption } from "../../model/assumptions.js";
import { namesOfCities } from "../../model/own-city.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { whyNotUsed } from "../../scenario/assumption-groups.js";
import { oneSidedWords } from "../../scenario/one-sided-words.js";
import { unitWords } from "../../scenario/unit-words.js";

/** Assumptions of which each city has its own: what stands before its id. */
const prefixes = [...ofCities, ...ofMappedCities];
const parts = ["low", "central", "high"] as const;

/** An assumption as it is used, and as the table has it. */
interface Line {
  now: Assumption;
  table: Assumption;
  /** Why it does not act; empty where it does. */
  notUsed: string;
}

/**
 * Every assumption used: the changed ones first with what the table has instead, then the others that are drawn; those of
 * which each city has its own stand in a line a city, where a choice reads them. What is not drawn has one value, in a sentence, and what does not
 * act is named alone.
 */
export function briefAssumptions(
  document: Document,
  { model, document: scenario }: ScenarioView,
): HTMLElement {
  const outcome = withOverrides(model.assumptions, scenario.overrides);
  const used = outcome.ok ? outcome.value : model.assumptions;
  const lines = used.map((now, i): Line => {
    const notUsed = whyNotUsed(now.id, scenario);
    return { now, table: model.assumptions[i]!, notUsed };
  });
  const isChanged = ({ now }: Line) => Object.hasOwn(scenario.overrides, now.id);
  const { cities, names } = model.baseline;
  const isOfCity = ({ now: { id } }: Line) =>
    cities.some((city) => prefixes.some((prefix) => id === `${prefix}${city}`));
  const plain = lines.filter((line) => !isOfCity(line));
  const changed = plain.filter(isChanged);
  const rest = plain.filter((line) => !isChanged(line));
  const idle = rest.filter(({ notUsed }) => notUsed);
  const fixed = rest.filter(({ now, notUsed }) => !notUsed && now.distribution === "fixed");
  const others = rest.filter((line) => !idle.includes(line) && !fixed.includes(line));
  const count = lines.filter(isChanged).length;
  const head = ["Assumption", "Low", "Central", "High", "Unit", "Evidence"].map((name, i) =>
    element(document, "th", { scope: "col", class: i > 0 && i < 4 ? "number" : null }, name),
  );
  const row = ({ now, table, notUsed }: Line, own: boolean) =>
    element(
      document,
      "tr",
      { class: own ? "changed" : null },
      element(document, "th", { scope: "row" }, now.name),
      ...parts.map((part) => {
        const words = figure(now[part], now.unit);
        const own = scenario.overrides[now.id]?.[part] !== undefined;
        return element(
          document,
          "td",
          { class: "number" },
          own ? element(document, "strong", {}, words) : words,
        );
      }),
      element(document, "td", {}, unitWords(now.unit)),
      element(
        document,
        "td",
        {},
        own
          ? [
              [`changed; table ${valuesOf(table)}`, notUsed && `not used: ${notUsed}`]
                .filter(Boolean)
                .join("; "),
              oneSidedWords(now),
            ]
              .filter(Boolean)
              .join(". ")
          : now.evidence,
      ),
    );
  return element(
    document,
    "section",
    {},
    element(
      document,
      "h3",
      {},
      count === 0 ? "Assumptions, none changed" : `Assumptions, ${count} changed, in bold`,
    ),
    element(
      document,
      "table",
      { class: "brief-assumptions" },
      element(document, "thead", {}, element(document, "tr", {}, ...head)),
      element(
        document,
        "tbody",
        {},
        ...changed.map((line) => row(line, true)),
        ...others.map((line) => row(line, false)),
      ),
    ),
    byCity(
      document,
      cities.map((id) => ({ id, name: names.get(id) ?? id })),
      new Map(
        lines
          .filter((line) => isOfCity(line) && !line.notUsed)
          .map((line) => [line.now.id, { ...line, own: isChanged(line) }]),
      ),
    ),
    said(
      document,
      "Not drawn",
      fixed.map(({ now }) => `${now.name} ${figure(now.central, now.unit)}`),
    ),
    said(document, "Not used", idleWords(idle)),
  );
}

/** "Share found by the mapping (counts are as the mapping counted)": what does not act, with why, each reason once. */
function idleWords(idle: readonly Line[]): string[] {
  return [...new Set(idle.map(({ notUsed }) => notUsed))].map((why) => {
    const names = new Set(idle.flatMap((line) => (line.notUsed === why ? [line.now.name] : [])));
    return `${[...names].join(", ")} (${why})`;
  });
}

/** A list in a sentence behind what is said of it; null where there is none. */
function said(document: Document, what: string, items: readonly string[]): HTMLElement | null {
  return items.length > 0 ? element(document, "p", {}, `${what}: ${items.join("; ")}.`) : null;
}

/** What each city has of its own: low, central and high value in one cell, with the table's where they are changed. */
function byCity(
  document: Document,
  cities: readonly { id: string; name: string }[],
  lines: ReadonlyMap<string, Line & { own: boolean }>,
): HTMLElement | null {
  const columns = prefixes.flatMap((prefix) => {
    const own = cities.flatMap(({ id }) => lines.get(`${prefix}${id}`)?.now ?? []);
    if (own.length === 0) return [];
    const grades = [...new Set(own.map(({ evidence }) => evidence))].join(" or ");
    return [{ prefix, head: `${namesOfCities[prefix]}, ${unitWords(own[0]!.unit)}; ${grades}` }];
  });
  if (columns.length === 0) return null;
  const cell = (line: (Line & { own: boolean }) | undefined) => {
    if (!line) return element(document, "td", { class: "number" }, "–");
    const words = valuesOf(line.now);
    return line.own
      ? element(
          document,
          "td",
          { class: "number changed" },
          element(document, "strong", {}, words),
          ` (${valuesOf(line.table)})`,
        )
      : element(document, "td", { class: "number" }, words);
  };
  return element(
    document,
    "table",
    { class: "brief-by-city" },
    tableHead(document, [cityHead(lines), ...columns.map(({ head }) => head)], 1),
    element(
      document,
      "tbody",
      {},
      ...cities.map(({ id, name }) =>
        element(
          document,
          "tr",
          {},
          element(document, "th", { scope: "row" }, name),
          ...columns.map(({ prefix }) => cell(lines.get(`${prefix}${id}`))),
        ),
      ),
    ),
  );
}

const cityHead = (lines: ReadonlyMap<string, { own: boolean }>) =>
  `Low, central, high${[...lines.values()].some(({ own }) => own) ? "; in brackets the table’s" : ""}`;

/** What is not drawn has one value. */
const valuesOf = (one: Assumption) =>
  (one.low === one.high ? [one.central] : parts.map((part) => one[part]))
    .map((value) => figure(value, one.unit))
    .join(", ");

/** A figure as it is; a year is not grouped. */
function figure(value: number, unit: string): string {
  return unit === "calendar year" ? String(value) : formatAsItIs(value, 6);
}
