import { euroFigures, formatEuro } from "../components/euro.js";
import { formatList, formatNumber, inWords, lowerFirst, percent } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { costWords } from "./cost-words.js";
import { countSources } from "./count-sources.js";
import { changeGrid } from "./change-grid.js";
import type { ScenarioPicture } from "./picture.js";
import type { Cost, YearResult } from "../model/simulate.js";
import { cell, lastOf, nameOf, share, toldApart } from "./reading.js";
import { roundUp } from "./scale.js";
import type { ScenarioView } from "./scenario-view.js";
import { yearLines } from "./year-lines.js";
import { beforeAndNow, targetEntry } from "./key-entries.js";

/** Two to four scenarios side by side, by their names. */
export interface CompareView {
  scenarios: readonly { name: string; view: ScenarioView }[];
  /** Id of the city that titles and costs are about, which every scenario has; left out, they are about all cities. */
  city?: string;
}

const dashes = [undefined, "7 3", "2 3", "9 3 2 3"];
const colours = ["var(--ink)", "var(--mark)", "var(--soft)", "var(--ink)"];
const sources = ({ scenarios, city }: CompareView) => [
  // All scenarios start from the same counts.
  ...countSources(scenarios[0]!.view.model, ["initiatives", "partnerships"], { city }),
  { source_id: "arrivals", locator: "Table assumptions" },
];

/** What a year comes to: in a city that it has, or in all of them. */
function outcomeOf(year: YearResult, city: string | undefined): { coverage: number; cost: Cost } {
  const own = city === undefined ? undefined : year.cities.find((result) => result.city === city);
  return own ? { coverage: own.cityCoverage, cost: own.cost } : year;
}

/** The scenarios of the lowest and of the highest value. */
function ends(scenarios: CompareView["scenarios"], value: (view: ScenarioView) => number) {
  const sorted = scenarios
    .map(({ name, view }) => ({ name, value: value(view) }))
    .sort((a, b) => a.value - b.value);
  return [sorted[0]!, sorted[sorted.length - 1]!] as const;
}

/** Coverage by city of each scenario, on the same scale. */
export const compareCoverage: ScenarioPicture<CompareView> = {
  id: "compare-coverage",
  unit: "coverage by city in the last year: initiatives as a share of the target, at most 100 %",
  title({ scenarios, city }) {
    const [least, most] = ends(scenarios, (view) => outcomeOf(lastOf(view.result), city).coverage);
    const where = city === undefined ? "" : ` of ${nameOf(scenarios[0]!.view, city)}`;
    const [low, high] = toldApart(least.value, most.value, percent, 0);
    return low === high
      ? `Coverage${where} is ${high} in ${scenarios.length === 2 ? "both" : `all ${inWords(scenarios.length)}`} scenarios`
      : `Coverage${where} is highest in “${most.name}”, ${high}, and lowest in “${least.name}”, ${low}`;
  },
  description: (view) =>
    `Dots of coverage by city, one column per scenario, hollow ones for the mapping. ${view.scenarios
      .map(
        ({ name, view }) =>
          `${name}: ${lastOf(view.result)
            .cities.map((own) => `${nameOf(view, own.city)} ${percent(own.cityCoverage)}`)
            .join(", ")}.`,
      )
      .join(" ")}`,
  columns: [
    { name: "city", title: "City" },
    { name: "scenario", title: "Scenario" },
    { name: "coverage_before", title: "Coverage", unit: "at the mapping", show: share, bareUnit: "0 to 1" },
    { name: "coverage", title: "Coverage", unit: "in the scenario", show: share, bareUnit: "0 to 1" },
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
      legend: [...beforeAndNow("mapping", "scenario"), targetEntry],
      columns: scenarios.map(({ name, view }) => ({
        title: name,
        note: `all: ${percent(lastOf(view.result).coverage)}`,
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
          `${text(row, "city")}, ${text(row, "scenario")}\ncoverage ${percent(number(row, "coverage") ?? 0)}, at the mapping ${percent(number(row, "coverage_before") ?? 0)}`,
      })),
    });
  },
  sources,
};

/** Total cost of each scenario by year. */
export const compareCost: ScenarioPicture<CompareView> = {
  id: "compare-cost",
  unit: "total cost, EUR million a year",
  title({ scenarios, city }) {
    const [least, most] = ends(scenarios, (view) => outcomeOf(lastOf(view.result), city).cost.total);
    const where = city === undefined ? "" : ` in ${nameOf(scenarios[0]!.view, city)}`;
    return most.value - least.value < 500
      ? `${scenarios.length === 2 ? "Both" : `All ${inWords(scenarios.length)}`} scenarios cost about ${formatEuro(most.value)} a year${where}`
      : `“${most.name}” costs ${formatEuro(most.value - least.value)} a year more than “${least.name}”${where}`;
  },
  description: ({ scenarios, city }) =>
    `Lines of total cost by year. ${formatList(scenarios.map(({ name, view }) => `${name} comes to ${formatEuro(outcomeOf(lastOf(view.result), city).cost.total)} in ${lastOf(view.result).year}`))}.`,
  columns: [
    { name: "scenario", title: "Scenario" },
    { name: "year", title: "Year", year: true },
    { name: "total_eur", title: "Total", unit: "EUR a year", show: euroFigures, bareUnit: "in full" },
    { name: "public_eur", title: "Public", unit: "EUR a year", show: euroFigures, bareUnit: "in full" },
    { name: "private_eur", title: "Private", unit: "EUR a year", show: euroFigures, bareUnit: "in full" },
  ],
  rows: ({ scenarios, city }) =>
    scenarios.flatMap(({ name, view }) =>
      view.result.years.map((year): Row => {
        const { cost } = outcomeOf(year, city);
        return {
          scenario: name,
          year: year.year,
          total_eur: cost.total,
          public_eur: cost.public,
          private_eur: cost.private,
        };
      }),
    ),
  draw(rows, canvas, { scenarios, city }) {
    const narrow = canvas.width < 500;
    const years = [...new Set(rows.map((row) => number(row, "year")!))].sort((a, b) => a - b);
    const end = roundUp(Math.max(...rows.map((row) => number(row, "total_eur") ?? 0)));
    const letters = narrow ? 15 : 24;
    // Cut between words, where there is one to cut behind.
    const short = (name: string) =>
      name.length > letters ? `${name.slice(0, letters - 1).replace(/,? \S*$/, "")}…` : name;
    return yearLines(canvas, {
      years,
      lines: scenarios.map(({ name, view }, i) => ({
        label: short(name),
        values: view.result.years.map((year) => outcomeOf(year, city).cost.total),
        colour: colours[i % colours.length]!,
        width: 2,
        dash: dashes[i % dashes.length],
      })),
      end,
      tick: (value) => formatNumber(value / 1e6, Number.isInteger(value / 1e6) ? 0 : 1),
      legend: [],
      labelWidth: narrow ? 100 : 160,
      words: (t) =>
        [
          String(years[t]),
          ...scenarios.flatMap(({ name, view }) => {
            const year = view.result.years[t];
            return year ? [`${name}: ${formatEuro(outcomeOf(year, city).cost.total)}`] : [];
          }),
        ].join("\n"),
    });
  },
  sources,
  caveat: ({ scenarios }) => {
    const alike = new Map<string, string[]>();
    for (const { name, view } of scenarios) {
      const words = costWords(view);
      alike.set(words, [...(alike.get(words) ?? []), `“${name}”`]);
    }
    if (alike.size === 1) return [...alike.keys()][0]!;
    return [...alike].map(([words, names]) => `${formatList(names)}: ${lowerFirst(words)}`).join(" ");
  },
};
