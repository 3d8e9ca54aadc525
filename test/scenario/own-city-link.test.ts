import { describe, expect, it } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import { ownCityId } from "../../src/model/own-city.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { decodeScenario, encodeScenario } from "../../src/scenario/link.js";
import { recordOf } from "../../src/scenario/record.js";
import { readRecord } from "../../src/scenario/read-record.js";
import { run } from "../../src/workbench/run.js";
import { ghent } from "../support/model/own-city.js";
import { model, valueOf } from "../support/model/real-model.js";

const document: ScenarioDocument = {
  ...untouched,
  ownCity: ghent,
  view: { city: ownCityId },
  levers: [{ kind: "initiatives", city: ownCityId, dimension: "political", initiatives: 2 }],
};
const today = { model, dataVersion: "0123abcd" };

describe("a link of a scenario of a reader's own city", () => {
  it("carries her counts, what is not known among them, and opens where nobody typed them", () => {
    const opened = valueOf(decodeScenario(encodeScenario(document, today), today));
    expect(opened.document).toEqual(document);
    expect(opened.differences.sentences).toEqual([]);
    // Opened on a page that is about another city of somebody's own, it is still hers.
    const other = valueOf(run(model, { ...document, ownCity: { ...ghent, name: "Elsewhere" } })).model;
    expect(
      valueOf(decodeScenario(encodeScenario(document, today), { ...today, model: other })).document,
    ).toEqual(document);
  });

  it.each([
    ["a count below zero", { initiatives: { ...ghent.initiatives, social: -1 } }, "0 or more"],
    ["a part of an initiative", { initiatives: { ...ghent.initiatives, social: 1.5 } }, "a whole number"],
    ["a count beyond all reason", { partnerships: { ...ghent.partnerships, other: 1e6 } }, "at most 999"],
    ["no name", { name: "  " }, "a name"],
    ["a name of what cannot be seen", { name: "\u200B" }, "a name"],
    [
      "nothing counted",
      { initiatives: { social: null, cultural: null, legal: null, political: null, economic: null } },
      "no count of its own city’s initiatives",
    ],
  ])("refuses %s", (_, part, why) => {
    const record = recordOf(document, today);
    const read = readRecord({ ...record, document: { ...document, ownCity: { ...ghent, ...part } } }, model);
    expect(read.ok ? "" : faultsWords(read.faults)).toContain(why);
  });

  it("takes signs out of a name that would turn the numbers beside it", () => {
    const record = recordOf(document, today);
    const given = { ...record, document: { ...document, ownCity: { ...ghent, name: "\u202Eytic ym" } } };
    expect(valueOf(readRecord(given, model)).record.document.ownCity?.name).toBe("ytic ym");
  });

  it("refuses levers of a city that it does not hold", () => {
    const record = recordOf(document, today);
    const lever = { kind: "funding", city: "lisbon", change: 0.5 };
    const read = readRecord({ ...record, document: { ...document, levers: [lever] } }, model);
    expect(read.ok ? "" : faultsWords(read.faults)).toContain(
      "Lisbon has no part in this scenario, which is of Ghent alone",
    );
  });
});
