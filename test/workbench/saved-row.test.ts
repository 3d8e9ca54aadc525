import { describe, expect, it } from "vitest";
import { ownCityId } from "../../src/model/own-city.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { openingOf } from "../../src/scenario/link.js";
import { readRecord } from "../../src/scenario/read-record.js";
import { recordOf } from "../../src/scenario/record.js";
import { run } from "../../src/workbench/run.js";
import { savedRow, type RowDeeds } from "../../src/workbench/saved/saved-panel-row.js";
import { emptyPage, said } from "../support/page/page.js";
import { ghent } from "../support/model/own-city.js";
import { model, valueOf } from "../support/model/real-model.js";

const today = { model, dataVersion: "0123abcd" };

function about(part: Partial<ScenarioDocument>): string {
  const document = { ...untouched, ...part };
  const opening = openingOf(readRecord(recordOf(document, today), model), today);
  const row = savedRow(emptyPage(), "one", model, {} as RowDeeds);
  row.show({ id: "one", name: "One", saved: 1, odd: [], opening }, false);
  return said(row.item.querySelector("small"));
}

describe("a saved scenario in the list", () => {
  it("has the coverage of the city it is about, as a share of its target", () => {
    const view = { city: "rotterdam" };
    const levers = [{ kind: "funding" as const, city: "rotterdam", change: -1 }];
    const last = valueOf(run(model, { ...untouched, levers, view })).result.years.at(-1)!;
    const own = last.cities.find(({ city }) => city === "rotterdam")!.cityCoverage;
    expect(about({ levers, view })).toMatch(
      new RegExp(`^Rotterdam ${Math.round(own * 100)} % of what the median city has, saved `),
    );
    expect(Math.round(own * 100)).not.toBe(Math.round(last.coverage * 100));
    expect(about({ levers, target: { kind: "best" } })).toMatch(
      /^all cities \d+ % of what the best of the mapped cities has, saved /,
    );
  });

  it("says of a city of the reader's own that the numbers are hers", () => {
    expect(about({ ownCity: ghent, view: { city: ownCityId } })).toMatch(
      /^Ghent, your numbers: \d+ % of what the median city has, saved /,
    );
  });
});
