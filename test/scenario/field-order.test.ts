import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import { simulate } from "../../src/model/simulate.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { scenariosFile } from "../../src/scenario/export-json.js";
import { decodeScenario, encodeScenario, type Opened } from "../../src/scenario/link.js";
import { pack } from "../../src/scenario/pack.js";
import { recordOf } from "../../src/scenario/record.js";
import { sameData } from "../../src/scenario/same-data.js";
import { anyDocument, today } from "../support/model/any-document.js";
import { ghent } from "../support/model/own-city.js";
import { model } from "../support/model/real-model.js";

/** The same data with the fields of every object in another order. @param seed which one */
function shuffled<T>(data: T, seed: number): T {
  let state = seed >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const again = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(again);
    const fields = Object.entries(value);
    for (let i = fields.length - 1; i > 0; i--) {
      const j = next(i + 1);
      [fields[i], fields[j]] = [fields[j]!, fields[i]!];
    }
    return Object.fromEntries(fields.map(([name, field]) => [name, again(field)]));
  };
  return again(data) as T;
}

function opened(text: string): Opened {
  const opening = decodeScenario(text, today);
  if (!opening.ok) throw new Error(faultsWords(opening.faults));
  return opening.value;
}

const own: ScenarioDocument = { ...untouched, ownCity: ghent, view: { city: "own-city", startYear: 2027 } };
const seed = fc.integer({ min: 1, max: 0xffffffff });

describe("a record whose fields come in another order", () => {
  test("opens as the same scenario, without a word, and is written as the same text", () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: anyDocument }, fc.constant(own)),
        seed,
        (document, turn) => {
          const record = recordOf(document, today, "Plan");
          const [one, other] = [record, shuffled(record, turn)].map((d) => opened(pack(JSON.stringify(d))));
          expect(sameData(other!.document, document)).toBe(true);
          expect([other!.notes, other!.differences.sentences]).toEqual([[], []]);
          expect(JSON.stringify(other!.record)).toBe(JSON.stringify(record));
          expect(JSON.stringify(one!.record)).toBe(JSON.stringify(record));
          expect(encodeScenario(shuffled(document, turn), today)).toBe(encodeScenario(document, today));
          const page = "https://example.org/scenarios";
          expect(scenariosFile([other!.record], page)).toBe(scenariosFile([record], page));
        },
      ),
      { numRuns: 80 },
    );
  });

  test("gives the same results to the last bit", () => {
    fc.assert(
      fc.property(anyDocument, seed, (document, turn) => {
        expect(simulate(model, scenarioOf(shuffled(document, turn)))).toEqual(
          simulate(model, scenarioOf(document)),
        );
      }),
      { numRuns: 60 },
    );
    const weighed = (weights: Record<string, number>) =>
      ({ kind: "funding", city: "lisbon", change: 0.1, spend: "weights", weights }) as const;
    const levers = [weighed({ social: 1, legal: 0.1 }), weighed({ cultural: 0.3, legal: 0.7 })] as const;
    const turned = [weighed({ legal: 0.1, social: 1 }), weighed({ legal: 0.7, cultural: 0.3 })] as const;
    expect(simulate(model, { levers: turned })).toEqual(simulate(model, { levers }));
  });

  test("tells of no revision where the dimensions of a practice come in another order", () => {
    const levers = [
      { kind: "practice", city: "lisbon", practice: "barcelona-anti-rumour-strategy" },
    ] as const;
    const record = JSON.parse(JSON.stringify(recordOf({ ...untouched, levers }, today)));
    const { dimensions } = record.basis.practices["barcelona-anti-rumour-strategy"]!;
    expect(dimensions.length).toBeGreaterThan(1);
    dimensions.reverse();
    expect(opened(pack(JSON.stringify(record))).differences.sentences).toEqual([]);
  });
});
