import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEuro } from "../../src/components/euro.js";
import { formatNumber } from "../../src/components/format.js";
import { attribution } from "../../src/model/attribution.js";
import { everyCity } from "../../src/model/levers/every-city.js";
import { simulate } from "../../src/model/simulate.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { everything } from "../../src/scenario-charts/everything.js";
import { scenarioPictures } from "../../src/scenario-charts/pictures.js";
import { fromTo, goesWords } from "../../src/scenario-charts/reading.js";
import { scenarioOf } from "../../src/scenario/document.js";
import { resultsCsv } from "../../src/scenario/results-csv.js";
import { briefResults } from "../../src/workbench/brief/brief-tables.js";
import { compareRows } from "../../src/workbench/compare/compare-rows.js";
import { resultSentences } from "../../src/workbench/result-sentence.js";
import { run } from "../../src/workbench/run.js";
import { emptyPage, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";
import { anyDocument } from "../support/model/any-document.js";

const documents = fc.sample(anyDocument, { numRuns: 20, seed: 20 });

describe.each(documents.map((document, i) => [i + 1, document] as const))("scenario %i", (_, raw) => {
  const document = { ...raw, draws: Math.min(raw.draws, 200) };
  const scenario = scenarioOf(document);
  const { city } = document.view;
  const place = model.baseline.cities.indexOf(city);
  const last = valueOf(simulate(model, scenario)).years.at(-1)!;
  const before = valueOf(simulate(model, { ...scenario, levers: [] })).years.at(-1)!;
  const drawn = valueOf(uncertainty(model, scenario, document));
  const split = attribution(model, scenario, { kind: "coverage", ...(city === everyCity ? {} : { city }) });
  const view = { ...valueOf(run(model, document)), uncertainty: drawn, attribution: split };
  const [now, then] = [last, before].map((year) => {
    const one = year.cities[place];
    return { coverage: one?.cityCoverage ?? year.coverage, cost: (one ?? year).cost };
  }) as [{ coverage: number; cost: typeof last.cost }, { coverage: number; cost: typeof last.cost }];
  const words = resultSentences(view).join(" ");

  it("has the model's coverage and money in its result sentence", () => {
    expect(words).toContain(
      document.levers.length === 0
        ? `${formatNumber(now.coverage * 100)} %`
        : goesWords(then.coverage, now.coverage, city === everyCity ? "many" : "one"),
    );
    const change = now.cost.total - then.cost.total;
    if (document.levers.length > 0 && Math.abs(change) >= 500)
      expect(words).toContain(`${formatEuro(Math.abs(change))} ${change < 0 ? "less" : "more"}`);
  });

  it("has the same in titles, tables and the brief", () => {
    for (const picture of scenarioPictures) {
      const told = `${picture.title(view)} ${picture.description(view)} ${JSON.stringify(picture.rows(view))}`;
      expect(told, picture.id).not.toMatch(/NaN|undefined|Infinity|no amount/);
      const coverage = /overage .*?(?:falls|rises) from (0\.\d+ to [01]\.\d+)/.exec(picture.title(view));
      if (coverage && /coverage|waterfall/.test(picture.id))
        expect(coverage[1], picture.id).toBe(fromTo(then.coverage, now.coverage));
    }
    const rows = everything.rows(view);
    const own = rows.at(-1)!;
    expect(own.coverage).toBeCloseTo(now.coverage, 12);
    expect(own.public_eur).toBeCloseTo(now.cost.public, 4);
    const brief = said(briefResults(emptyPage(), view));
    expect(brief).toContain(`${formatNumber(last.coverage * 100)} %`);
    expect(brief).toContain(formatEuro(last.cost.total));
  });

  it("has the same in the CSV and beside others", () => {
    const { result, baseline } = view;
    const lines = resultsCsv({ model }, baseline, result, drawn)
      .split("\n")
      .map((line) => line.split(","));
    const line = lines.find(
      (d) => d[0] === String(result.years.at(-1)!.year) && d[2] === "all" && d[4] === "coverage",
    )!;
    expect(line.slice(7, 10).map(Number)).toEqual(
      [before.coverage, last.coverage, drawn.all.coverage.p10].map(
        (value) => expect.closeTo(value, 9) as number,
      ),
    );
    const [coverage] = compareRows([{ id: "this", name: "This", view, older: false }]).main;
    expect(coverage!.values).toEqual([last.coverage]);
    if (split.ok)
      expect(split.value.levers.reduce((sum, part) => sum + part, 0)).toBeCloseTo(
        now.coverage - then.coverage,
        9,
      );
  });
});
