import { percent } from "../components/format.js";
import { number, type Row } from "../components/figure.js";
import { halfOfDraws } from "./half-of-draws.js";
import { rangesToDraw } from "./last-ranges.js";
import { countSources } from "./count-sources.js";
import type { ScenarioPicture } from "./picture.js";
import { bandWords, cell, cityPairs, fromTo, index, lastOf } from "./reading.js";
import { ceilingOf } from "./scale.js";
import { yearLines } from "./year-lines.js";
import { drawsEntry, withoutLevers } from "./key-entries.js";

/** Gini coefficient of the cities' coverage by year, with its band, against the mapping. */
export const inequality: ScenarioPicture = {
  id: "inequality",
  unit: "Gini coefficient of coverage, 0 (all alike) to 1",
  title(view) {
    const [before, now] = [lastOf(view.baseline).inequality, lastOf(view.result).inequality];
    if (now < 1e-9) return before < 1e-9 ? "The cities are covered alike" : "The cities end up covered alike";
    // Half of the last decimal shown: what is smaller would read "from 0.04 to 0.04".
    if (Math.abs(now - before) < 0.005) return `Inequality between the cities stays at ${index(now)}`;
    return `The cities ${now > before ? "grow apart" : "come closer"}: inequality goes from ${fromTo(before, now, index, 2)}`;
  },
  description(view) {
    const values = view.result.years.map(({ year, inequality }) => `${year} ${index(inequality)}`);
    return `Line of the Gini coefficient of coverage between the cities by year: ${values.join(", ")}; without levers ${index(lastOf(view.baseline).inequality)}.`;
  },
  columns: [
    { name: "year", title: "Year", year: true },
    { name: "gini", title: "Gini coefficient", unit: "of coverage", decimals: 3 },
    {
      name: "gini_p10",
      title: "10th percentile",
      unit: "of the simulations",
      decimals: 3,
      missing: "not drawn",
    },
    {
      name: "gini_p90",
      title: "90th percentile",
      unit: "of the simulations",
      decimals: 3,
      missing: "not drawn",
    },
    { name: "baseline_gini", title: "Without levers", decimals: 3 },
  ],
  rows: (view) =>
    view.result.years.map(({ year, inequality }, t): Row => {
      const band = view.uncertainty?.years[t]?.inequality;
      return {
        year,
        gini: cell(inequality),
        gini_p10: cell(band?.p10),
        gini_p90: cell(band?.p90),
        baseline_gini: cell(view.baseline.years[t]!.inequality),
      };
    }),
  draw(rows, canvas, view) {
    const values = (name: string) => rows.map((row) => number(row, name) ?? 0);
    const [now, before] = [values("gini"), values("baseline_gini")];
    const ranges = rangesToDraw(rows, canvas, view);
    const known = rows.every((row) => number(row, "gini_p90") !== null);
    const band = ranges.rows.map((row) => ({
      low: number(row, "gini_p10") ?? 0,
      high: number(row, "gini_p90") ?? 0,
    }));
    const end = ceilingOf(
      Math.max(0.2, ...now, ...before, ...band.map(({ high }) => high)),
      canvas.kept,
      "gini",
      known,
    );
    return yearLines(canvas, {
      years: rows.map((row) => number(row, "year") ?? 0),
      lines: [
        { values: before, colour: "var(--soft)", width: 1, dash: "2 3" },
        { label: index(now.at(-1)!), values: now, colour: "var(--ink)", width: 2.5 },
      ],
      ...(known || ranges.last ? { band } : {}),
      end,
      tick: (value) => index(value, end > 0.5 ? 1 : 2),
      legend: [withoutLevers("without levers"), ...(known || ranges.last ? [drawsEntry] : [])],
      labelWidth: 44,
      words: (t) =>
        [
          `${String(rows[t]!.year)}: ${index(now[t]!, 3)}`,
          ...(known ? [`8 in 10 simulations: ${index(band[t]!.low, 3)} to ${index(band[t]!.high, 3)}`] : []),
          `without levers ${index(before[t]!, 3)}`,
        ].join("\n"),
    });
  },
  words(view) {
    const sorted = cityPairs(view).sort((a, b) => a.now.cityCoverage - b.now.cityCoverage);
    const [low, high] = [sorted[0]!, sorted[sorted.length - 1]!];
    const band = view.uncertainty?.years.at(-1)?.inequality;
    const apart = high.now.cityCoverage - low.now.cityCoverage;
    return [
      ...(apart < 0.005
        ? []
        : [
            `In ${lastOf(view.result).year} coverage runs from ${percent(low.now.cityCoverage)} in ${low.city} to ${percent(high.now.cityCoverage)} at the top.`,
          ]),
      ...(band && band.p90 - band.p10 >= 0.005
        ? [
            `The grey band covers eight in ten simulations, which put the coefficient at ${bandWords(band, index)}.`,
            ...halfOfDraws(view, [
              {
                name: "the coefficient",
                central: lastOf(view.result).inequality,
                band,
                show: (value) => index(value, 3),
              },
            ]),
          ]
        : []),
    ];
  },
  sources: (view) => [
    ...countSources(view.model, ["initiatives"], { city: view.document.view.city }),
    { source_id: "arrivals", locator: "Table assumptions" },
  ],
  caveat: "Between the mapped cities only, each counted once, however many people live there.",
};
