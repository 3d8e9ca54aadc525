import { describe, expect, test } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import { dimensions } from "../../src/model/names.js";
import { lastYear } from "../../src/model/last-year.js";
import type { Model } from "../../src/model/model.js";
import { differencesOf } from "../../src/scenario/differences.js";
import { scenarioOf } from "../../src/scenario/document.js";
import { decodeScenario, encodeScenario } from "../../src/scenario/link.js";
import { readRecord } from "../../src/scenario/read-record.js";
import { recordOf, type Today } from "../../src/scenario/record.js";
import { setAsideWords } from "../../src/scenario/set-aside-words.js";
import { model, valueOf } from "../support/model/real-model.js";
import { cut, today } from "../support/model/any-document.js";

/** Today's evidence with counts of initiatives changed: [city, dimension, count]. */
function revised(...counts: [string, string, number][]): Model {
  const initiatives = Float64Array.from(model.baseline.initiatives);
  for (const [city, dimension, count] of counts)
    initiatives[model.baseline.cities.indexOf(city) * 5 + dimensions.indexOf(dimension as never)] = count;
  return { ...model, baseline: { ...model.baseline, initiatives } };
}
const later = (model: Model): Today => ({ model, dataVersion: "9bc01d22" });
const K = (on: Model) => valueOf(lastYear(on, scenarioOf(cut), { kind: "coverage" })).toFixed(2);

describe("what a link says that was made on other data", () => {
  test("names the versions, coverage then and now, and each revised figure", () => {
    const now = revised(["rotterdam", "economic", 1], ["lisbon", "social", 3]);
    const opening = decodeScenario(encodeScenario(cut, today), later(now));
    if (!opening.ok) throw new Error(faultsWords(opening.faults));
    expect(K(model)).not.toBe(K(now));
    expect(opening.value.differences.sentences).toEqual([
      `Made on data ${today.dataVersion}: coverage was ${K(model)}, with today's data it is ${K(now)}.`,
      "2 figures were revised: Lisbon, social initiatives: 12 then, 3 now; Rotterdam, economic initiatives: 3 then, 1 now.",
    ]);
    expect(opening.value.document).toEqual(cut);
  });

  test("says when nothing that scenarios use was revised", () => {
    expect(differencesOf(recordOf(cut, today), later(model)).sentences).toEqual([
      `Made on data ${today.dataVersion}: coverage was ${K(model)} and is the same with today's data.`,
      "None of the figures that scenarios use was revised since.",
    ]);
  });

  test("shows as many decimals as tell two coverages apart", () => {
    const pass = { ...model.assumptions.find(({ id }) => id === "pass-through")!, central: 0.52 };
    const now = { ...model, assumptions: model.assumptions.map((d) => (d.id === pass.id ? pass : d)) };
    const { sentences } = differencesOf(recordOf(cut, today), later(now));
    expect(sentences[0]).toMatch(/coverage was 0\.\d{3,4}, with today's data it is 0\.\d{3,4}\.$/);
    expect(sentences[1]).toBe(
      "1 figure was revised: Part of a public cut that is lost, central value: 0.5 then, 0.52 now.",
    );
  });

  test("tells what the register says otherwise of the practices adopted, and of them alone", () => {
    const levers = [
      { kind: "practice" as const, city: "lisbon", practice: "barcelona-anti-rumour-strategy" },
    ];
    const document = { ...cut, levers };
    const changed = {
      ...model.practices.get("barcelona-anti-rumour-strategy")!,
      dimensions: ["legal" as const, "political" as const],
      cost: null,
      city: "lisbon",
    };
    const other = { ...model.practices.get("auckland-new-kiwis")!, cost: 7 };
    const practices = new Map([
      ...model.practices,
      ["barcelona-anti-rumour-strategy", changed],
      ["auckland-new-kiwis", other],
    ]);
    const before = model.practices.get("barcelona-anti-rumour-strategy")!.dimensions.join(" and ");
    expect(differencesOf(recordOf(document, today), later({ ...model, practices })).revisions).toEqual([
      `Anti-Rumour Strategy, dimensions: ${before} then, legal and political now`,
      "Anti-Rumour Strategy, cost a year: €245,000 then, not documented now",
      "Anti-Rumour Strategy, city it comes from: Barcelona then, Lisbon now",
    ]);
    const gone = new Map(model.practices);
    gone.delete("barcelona-anti-rumour-strategy");
    expect(differencesOf(recordOf(document, today), later({ ...model, practices: gone })).revisions).toEqual([
      "the register has no practice “barcelona-anti-rumour-strategy”",
    ]);
  });

  test("opens without a practice that left the register, and says so", () => {
    const practice = {
      kind: "practice",
      city: "lisbon",
      practice: "barcelona-anti-rumour-strategy",
    } as const;
    const document = { ...cut, levers: [...cut.levers, practice] };
    const gone = new Map(model.practices);
    gone.delete(practice.practice);
    const opening = decodeScenario(encodeScenario(document, today), later({ ...model, practices: gone }));
    if (!opening.ok) throw new Error(faultsWords(opening.faults));
    expect(opening.value.document.levers).toEqual(cut.levers);
    expect(opening.value.notes).toEqual([
      "It adopts the practice “barcelona-anti-rumour-strategy”, which the register does not have; it is left out, also where then and now are compared.",
    ]);
  });

  test("tells of a practice that is in the register and cannot be adopted by its name and why, and calls it no revision", () => {
    const [id, { name, why }] = [...model.setAside!][0]!;
    const practice = { kind: "practice", city: "lisbon", practice: id } as const;
    const then = { dimensions: ["social" as const], cost: null, city: null, name };
    const practices = new Map([...model.practices, [id, then]]);
    const document = { ...cut, levers: [...cut.levers, practice] };
    const made = recordOf(document, later({ ...model, practices }));
    for (const basis of [made.basis, recordOf(cut, today).basis]) {
      const read = valueOf(readRecord(JSON.parse(JSON.stringify({ ...made, basis })), model));
      expect(read.record.document.levers).toEqual(cut.levers);
      expect(read.notes).toEqual([
        `It adopts “${name}”, which ${setAsideWords[why]}; it is left out, also where then and now are compared.`,
      ]);
      expect(differencesOf(read.record, today).revisions).toEqual([]);
    }
  });

  test("names at most eight figures and counts the others", () => {
    const every = dimensions.flatMap((dimension): [string, string, number][] => [
      ["nairobi", dimension, 40],
      ["chicago", dimension, 40],
    ]);
    const { sentences, revisions } = differencesOf(recordOf(cut, today), later(revised(...every)));
    expect(revisions).toHaveLength(10);
    expect(sentences[1]).toMatch(/^10 figures were revised: ([^;]+: \d+ then, 40 now; ){8}and 2 more\.$/);
  });

  test("tells of actors, partnerships, distributions, and of cities that came and went", () => {
    const { cities, names } = model.baseline;
    const last = cities.length - 1;
    const now: Model = {
      baseline: {
        ...model.baseline,
        cities: cities.map((city, c) => (c === last ? "vienna" : city)),
        names: new Map([...names, ["vienna", "Vienna"]]),
        actors: model.baseline.actors.map((d, i) => (i === 0 ? d + 1 : d)),
        partnerships: model.baseline.partnerships.map((d, i) => (i === 0 ? d + 1 : d)),
      },
      practices: model.practices,
      assumptions: model.assumptions.map((d) => {
        if (d.id.endsWith("-sao-paulo")) return { ...d, id: d.id.replace("sao-paulo", "vienna") };
        return d.id === "discount-rate-lisbon" ? { ...d, distribution: "uniform" } : d;
      }),
      version: 2,
    };
    expect(differencesOf(recordOf(cut, today), later(now)).revisions).toEqual([
      "Vienna is mapped now and was not then",
      "São Paulo was mapped then and is not now",
      "Auckland, actors of social initiatives: 9 then, 10 now",
      "Auckland, public–private partnerships: 4 then, 5 now",
      "Discount rate, Lisbon, distribution: triangular then, uniform now",
    ]);
  });

  test("tells of other formulas, and of a coverage that was never so", () => {
    const record = recordOf(cut, today);
    expect(differencesOf({ ...record, coverage: 0.99 }, today).sentences).toEqual([
      `It says that its coverage was 0.99, but on its own data this page finds ${K(model)}.`,
    ]);
    // Two figures that read alike are no contradiction to a reader; where more decimals tell them apart, these are shown.
    const { coverage } = record;
    expect(differencesOf({ ...record, coverage: coverage! + 1e-7 }, today).sentences).toEqual([]);
    expect(differencesOf({ ...record, coverage: coverage! + 0.0002 }, today).sentences[0]).toMatch(
      /was 0\.\d{3,4}, but on its own data this page finds 0\.\d{3,4}\./,
    );
    const forged = recordOf(cut, { model: revised(["nairobi", "legal", 0]), dataVersion: today.dataVersion });
    expect(differencesOf(forged, today).sentences[0]).toMatch(/names today's data but has other figures/);
  });

  test("is nothing when nothing changed", () => {
    expect(differencesOf(recordOf(cut, today), today).sentences).toEqual([]);
  });
});
