import { formatEuro } from "../components/euro.js";
import { formatList, formatNumber } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { changeGrid } from "./change-grid.js";
import type { ScenarioPicture } from "./picture.js";
import { cell, index, lastOf, nameOf } from "./reading.js";
import { roundUp } from "./scale.js";
import type { ScenarioView } from "./scenario-view.js";
import { yearLines } from "./year-lines.js";

/** Two to four scenarios side by side, by their names. */
export interface CompareView {
  scenarios: readonly { name: string; view: ScenarioView }[];
}

const dashes = [undefined, "7 3", "2 3", "9 3 2 3"];
const colours = ["var(--ink)", "var(--mark)", "var(--accent)", "var(--soft)"];
const sources = [
  { source_id: "thp-2014", locator: "Tables 7 and 8" },
  { source_id: "arrivals", locator: "Table assumptions" },
];

/** Coverage by city of each scenario, on the same scale. */
export const compareCoverage: ScenarioPicture<CompareView> = {
  id: "compare-coverage",
  unit: "coverage by city in the last year: initiatives over the target, at most 1",
  title({ scenarios }) {
    const ends = scenarios.map(({ name, view }) => ({ name, coverage: lastOf(view.result).coverage }));
    const sorted = [...ends].sort((a, b) => b.coverage - a.coverage);
    const [most, least] = [sorted[0]!, sorted[sorted.length - 1]!];
    return most.coverage - least.coverage < 0.005
      ? `All of them come to a coverage of ${index(most.coverage)}`
      : `“${most.name}” covers most, ${index(most.coverage)}; “${least.name}” least, ${index(least.coverage)}`;
  },
  description: (view) =>
    `Dots of coverage by city, a column a scenario, hollow ones for the mapping. ${view.scenarios
      .map(
        ({ name, view }) =>
          `${name}: ${lastOf(view.result)
            .cities.map((own) => `${nameOf(view, own.city)} ${index(own.cityCoverage)}`)
            .join(", ")}.`,
      )
      .join(" ")}`,
  columns: [
    { name: "city", title: "City" },
    { name: "scenario", title: "Scenario" },
    { name: "coverage_before", title: "Coverage", unit: "at the mapping", decimals: 2 },
    { name: "coverage", title: "Coverage", unit: "in the scenario", decimals: 2 },
  ],
  rows: ({ scenarios }) =>
    scenarios.flatMap(({ name, view }) =>
      lastOf(view.result).cities.map((own, c): Row => ({
        city: nameOf(view, own.city),
        scenario: name,
        coverage_before: cell(lastOf(view.baseline).cities[c]!.cityCoverage),
        coverage: cell(own.cityCoverage),
      })),
    ),
  draw(rows, canvas, { scenarios }) {
    // Scenarios may be of different cities, and of different numbers of them.
    const columnOf = scenarios.flatMap(({ view }, column) => lastOf(view.result).cities.map(() => column));
    return changeGrid(canvas, {
      legend: "○ mapping\u2002● scenario\u2002┃ target",
      columns: scenarios.map(({ name, view }) => ({
        title: name,
        note: `all: ${index(lastOf(view.result).coverage)}`,
        domain: [0, 1],
        target: 1,
        colour: "var(--mark)",
      })),
      rows: [...new Set(rows.map((row) => text(row, "city")))],
      cells: rows.map((row, i) => ({
        row: text(row, "city"),
        column: columnOf[i]!,
        before: number(row, "coverage_before"),
        now: number(row, "coverage"),
        words: () =>
          `${text(row, "city")}, ${text(row, "scenario")}\ncoverage ${index(number(row, "coverage") ?? 0)}, at the mapping ${index(number(row, "coverage_before") ?? 0)}`,
      })),
    });
  },
  sources,
};

/** Total cost of each scenario by year. */
export const compareCost: ScenarioPicture<CompareView> = {
  id: "compare-cost",
  unit: "total cost, EUR million a year",
  title({ scenarios }) {
    const ends = scenarios.map(({ name, view }) => ({ name, total: lastOf(view.result).cost.total }));
    const sorted = [...ends].sort((a, b) => b.total - a.total);
    const [most, least] = [sorted[0]!, sorted[sorted.length - 1]!];
    return most.total - least.total < 500
      ? `All of them cost about ${formatEuro(most.total)} a year`
      : `“${most.name}” costs ${formatEuro(most.total - least.total)} a year more than “${least.name}”`;
  },
  description: ({ scenarios }) =>
    `Lines of total cost by year. ${formatList(scenarios.map(({ name, view }) => `${name} comes to ${formatEuro(lastOf(view.result).cost.total)} in ${lastOf(view.result).year}`))}.`,
  columns: [
    { name: "scenario", title: "Scenario" },
    { name: "year", title: "Year", year: true },
    { name: "total_eur", title: "Total", unit: "EUR a year" },
    { name: "public_eur", title: "Public", unit: "EUR a year" },
    { name: "private_eur", title: "Private", unit: "EUR a year" },
  ],
  rows: ({ scenarios }) =>
    scenarios.flatMap(({ name, view }) =>
      view.result.years.map(({ year, cost }): Row => ({
        scenario: name,
        year,
        total_eur: cost.total,
        public_eur: cost.public,
        private_eur: cost.private,
      })),
    ),
  draw(rows, canvas, { scenarios }) {
    const narrow = canvas.width < 500;
    const years = [...new Set(rows.map((row) => number(row, "year")!))].sort((a, b) => a - b);
    const end = roundUp(Math.max(...rows.map((row) => number(row, "total_eur") ?? 0)));
    const letters = narrow ? 15 : 24;
    const short = (name: string) => (name.length > letters ? `${name.slice(0, letters - 1)}…` : name);
    return yearLines(canvas, {
      years,
      lines: scenarios.map(({ name, view }, i) => ({
        label: short(name),
        values: view.result.years.map(({ cost }) => cost.total),
        colour: colours[i % colours.length]!,
        width: 2,
        dash: dashes[i % dashes.length],
      })),
      end,
      tick: (value) => formatNumber(value / 1e6, Number.isInteger(value / 1e6) ? 0 : 1),
      legend: "",
      labelWidth: narrow ? 100 : 160,
      words: (t) =>
        [
          String(years[t]),
          ...scenarios.flatMap(({ name, view }) => {
            const year = view.result.years[t];
            return year ? [`${name}: ${formatEuro(year.cost.total)}`] : [];
          }),
        ].join("\n"),
    });
  },
  sources,
};

/** What each scenario comes to in its last year, and its difference from the first. */
export const compareTable: ScenarioPicture<CompareView> = {
  id: "compare-table",
  unit: "last year of each scenario; differences are from the first",
  title: ({ scenarios }) => `${formatList(scenarios.map(({ name }) => `“${name}”`))} in their last year`,
  description: ({ scenarios }) => `Table of ${scenarios.length} scenarios.`,
  columns: [
    { name: "scenario", title: "Scenario" },
    { name: "year", title: "Year", year: true },
    { name: "coverage", title: "Coverage", decimals: 2 },
    { name: "coverage_difference", title: "Difference", unit: "of coverage", decimals: 2 },
    { name: "gini", title: "Inequality", unit: "Gini coefficient", decimals: 2 },
    { name: "total_eur", title: "Cost", unit: "EUR a year" },
    { name: "total_difference_eur", title: "Difference", unit: "of cost, EUR a year" },
    { name: "public_eur", title: "Public cost", unit: "EUR a year" },
    { name: "public_difference_eur", title: "Difference", unit: "of public cost, EUR a year" },
    { name: "public_private_pct", title: "Public–private", unit: "% of partnerships", decimals: 0 },
  ],
  rows({ scenarios }) {
    const first = scenarios[0] && lastOf(scenarios[0].view.result);
    return scenarios.map(({ name, view }): Row => {
      const last = lastOf(view.result);
      return {
        scenario: name,
        year: last.year,
        coverage: cell(last.coverage),
        coverage_difference: cell(last.coverage - first!.coverage),
        gini: cell(last.inequality),
        total_eur: cell(last.cost.total),
        total_difference_eur: cell(last.cost.total - first!.cost.total),
        public_eur: cell(last.cost.public),
        public_difference_eur: cell(last.cost.public - first!.cost.public),
        public_private_pct: cell(last.publicPrivateShare * 100),
      };
    });
  },
  draw: null,
  sources,
};
