import fc from "fast-check";
import { deflateSync, Inflate, strToU8 } from "fflate";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { prepare } from "../../src/model/scenario.js";
import { toBase64Url } from "../../src/scenario/base64url.js";
import { scenarioOf, untouched } from "../../src/scenario/document.js";
import { decodeScenario, encodeScenario, refusedLinkWords, type Opening } from "../../src/scenario/link.js";
import { mostLetters, pack, unpack } from "../../src/scenario/pack.js";
import { recordOf } from "../../src/scenario/record.js";
import { schemaVersion } from "../../src/scenario/versions.js";
import { ghent } from "../support/model/own-city.js";
import { model } from "../support/model/real-model.js";
import { anyDocument, cut, today } from "../support/model/any-document.js";

const good = encodeScenario(cut, today);
const record = recordOf(cut, today);
const text = JSON.stringify(record);

/** Data of any shape, to be spoilt. */
type Loose = ReturnType<typeof JSON.parse>;

/** A link of a record with one thing changed, whole and well packed. */
const changed = (change: (record: Loose) => void) => {
  const copy = structuredClone(record);
  change(copy);
  return pack(JSON.stringify(copy));
};
/** A link of a record whose text has something that JSON.stringify would not write. */
const written = (from: string, to: string) => {
  expect(text).toContain(from);
  return pack(text.replace(from, to));
};
/** A packed text whose check is not ours. */
const raw = (bytes: Uint8Array) => `1${toBase64Url(Uint8Array.of(0, 0, 0, 0, ...bytes))}`;

/** It opened as something that runs, or says why not and shows the baseline. */
function expectSound(opening: Opening): void {
  if (opening.ok) {
    expect(prepare(model, scenarioOf(opening.value.document)).ok).toBe(true);
    return;
  }
  expect(opening).not.toHaveProperty("value");
  const words = refusedLinkWords(opening.faults);
  expect(words).toMatch(/^This link could not be opened: .+\. The baseline is shown instead\.$/s);
  // A sentence for a person: not the text of a megabyte, and nothing that cannot be seen.
  expect(words.length).toBeLessThan(1000);
  expect(words).not.toMatch(/\p{C}/u);
  expect(words).not.toMatch(/Invalid type|Expected /);
}

const lever = (change: Record<string, unknown>) =>
  changed((d) => {
    Object.assign(d.document.levers[0], change);
  });

const cases: [what: string, link: string, says: RegExp][] = [
  ["nothing", "", /it is empty/],
  ["one letter", "1", /ends too early/],
  ["half of it", good.slice(0, good.length >> 1), /cut off|ends too early/],
  ["without its last letter", good.slice(0, -1), /cut off|ends too early/],
  ["two in one", good + good, /cut off|changed/],
  ["one letter changed", good.replace(/.(?=.{20}$)/, (d) => (d === "A" ? "B" : "A")), /changed on its way/],
  ["in small letters", good.toLowerCase(), /changed on its way|ends too early|text/],
  ["not base64", "1ÀÉÎ%%%<script>", /letters that no link has/],
  ["an unknown dictionary", `z${good.slice(1)}`, /newer Arrivals/],
  ["not a link at all", "!hello", /not a text that Arrivals wrote/],
  ["not compressed", raw(strToU8(text)), /changed on its way|ends too early/],
  ["of another compressor", raw(deflateSync(strToU8(text))), /changed on its way/],
  ["longer than any link", good + "A".repeat(mostLetters), /longer than 100000 letters/],
  ["a bomb", pack("0".repeat(50_000_000)), /more than 500 kB/],
  ["a bomb in JSON", pack(`[${"[".repeat(400_000)}`), /not JSON/],
  ["bottomless", pack(`${"[".repeat(200_000)}${"]".repeat(200_000)}`), /nested deeper/],
  ["not JSON", pack("levers: none"), /not JSON/],
  ["a number", pack("42"), /does not hold a scenario/],
  ["null", pack("null"), /does not hold a scenario/],
  ["a list", pack("[]"), /does not hold a scenario/],
  ["no version", pack("{}"), /which version/],
  ["a text as version", changed((d) => (d.schemaVersion = "1")), /which version/],
  ["version 0", changed((d) => (d.schemaVersion = 0)), /which version/],
  [
    "a newer version",
    changed((d) => (d.schemaVersion = schemaVersion + 1)),
    /made with a newer Arrivals .*open it there/,
  ],
  ["version 2e999", written('"schemaVersion":2', '"schemaVersion":2e999'), /which version/],
  ["NaN", written('"change":-0.5', '"change":NaN'), /not JSON/],
  ["infinity", written('"change":-0.5', '"change":1e999'), /change must be a finite number, not Infinity/],
  ["null for a number", lever({ change: null }), /change must be a number, not null/],
  ["a text for a number", lever({ change: "-0.5" }), /change must be a number, not "-0.5"/],
  ["a list for a number", lever({ change: [1] }), /change must be a number, not a list/],
  ["out of range", lever({ change: -3 }), /lever 1: change must lie between -1 and 1/],
  ["an unknown lever", lever({ kind: "war" }), /lever of a known kind/],
  ["an unknown field of a lever", lever({ bonus: 1 }), /levers\.0\.bonus is not known/],
  ["a field of another lever", lever({ dimension: "legal" }), /dimension is not known/],
  ["a lever without amount", changed((d) => delete d.document.levers[0].change), /change is missing/],
  ["an unknown city", lever({ city: "atlantis" }), /lever 1: there is no city "atlantis"/],
  ["a city without mapping", lever({ city: "barcelona" }), /cannot be simulated/],
  ["a script as city", lever({ city: "<img src=x onerror=alert(1)>" }), /must be an id/],
  ["a city of a megabyte", lever({ city: "x".repeat(90_000) }), /must be an id/],
  ["a prototype as city", lever({ city: "constructor" }), /there is no city "constructor"/],
  [
    "an unknown dimension",
    changed(
      (d) => (d.document.levers = [{ kind: "initiatives", city: "all", dimension: "magic", initiatives: 1 }]),
    ),
    /no dimension "magic"/,
  ],
  [
    "an unknown type",
    changed(
      (d) => (d.document.levers = [{ kind: "partnerships", city: "all", type: "toString", partnerships: 1 }]),
    ),
    /no type of partnership "toString"/,
  ],
  ["an unknown spending", lever({ spend: "wine" }), /cannot be spent "wine"/],
  ["weights without their spending", lever({ weights: { legal: 1 } }), /lever 1: weights are of use/],
  ["spending without weights", lever({ spend: "weights" }), /lever 1: at least one dimension/],
  [
    "an unknown practice",
    changed((d) => (d.document.levers = [{ kind: "practice", city: "all", practice: "x" }])),
    /lever 1: there is no practice "x"/,
  ],
  [
    "a prototype as practice",
    changed((d) => (d.document.levers = [{ kind: "practice", city: "all", practice: "constructor" }])),
    /there is no practice "constructor"/,
  ],
  [
    "a script as practice",
    changed((d) => (d.document.levers = [{ kind: "practice", city: "all", practice: "<b>x</b>" }])),
    /practice must be an id/,
  ],
  [
    "a practice with an amount",
    changed(
      (d) =>
        (d.document.levers = [{ kind: "practice", city: "all", practice: "auckland-epic-nz", share: 1 }]),
    ),
    /share is not known/,
  ],
  [
    "practices as a list",
    changed((d) => (d.basis.practices = ["x"])),
    /basis\.practices.* must be|not known/,
  ],
  [
    "a practice without dimensions",
    changed((d) => (d.basis.practices = { x: { dimensions: [] } })),
    /a list of one dimension or more/,
  ],
  [
    "a dimension twice",
    changed((d) => (d.basis.practices = { x: { dimensions: ["legal", "legal"] } })),
    /a list of different dimensions/,
  ],
  [
    "a practice of no dimension that is known",
    changed((d) => (d.basis.practices = { x: { dimensions: ["magic"] } })),
    /a known dimension, not "magic"/,
  ],
  [
    "a practice that pays for itself",
    changed((d) => (d.basis.practices = { x: { dimensions: ["legal"], cost: -1 } })),
    /cost must be 0 or more/,
  ],
  [
    "a practice that costs the world",
    changed((d) => (d.basis.practices = { x: { dimensions: ["legal"], cost: 1e300 } })),
    /cost must be at most/,
  ],
  [
    "an unknown field of a practice",
    changed((d) => (d.basis.practices = { x: { dimensions: ["legal"], name: "<b>" } })),
    /practices\.x\.name is not known/,
  ],
  [
    "too many levers",
    changed((d) => (d.document.levers = Array.from({ length: 201 }, () => d.document.levers[0]))),
    /at most 200 levers, not a list of 201/,
  ],
  ["levers as an object", changed((d) => (d.document.levers = { length: 5 })), /levers must be a list/],
  ["__proto__", written('"overrides":{}', '"overrides":{"__proto__":{"central":1}}'), /field "__proto__"/],
  [
    "__proto__ at the top",
    written('{"schemaVersion"', '{"__proto__":{"a":1},"schemaVersion"'),
    /"__proto__"/,
  ],
  ["constructor", written('"overrides":{}', '"overrides":{"constructor":{"central":1}}'), /"constructor"/],
  [
    "an unknown assumption",
    changed((d) => (d.document.overrides = { luck: { central: 1 } })),
    /no assumption "luck"/,
  ],
  [
    "an unknown part of an assumption",
    changed((d) => (d.document.overrides = { "pass-through": { median: 1 } })),
    /pass-through\.median is not known/,
  ],
  [
    "a long text for the parts of an assumption",
    changed((d) => (d.document.overrides = { "pass-through": "👩‍👩‍👧‍👦".repeat(200) })),
    /overrides\.pass-through must be fields, not "👩/,
  ],
  [
    "half a letter for the parts of an assumption",
    changed((d) => (d.document.overrides = { "pass-through": "\ud800" })),
    /overrides\.pass-through must be fields, not "�"/,
  ],
  [
    "an assumption out of range",
    changed((d) => (d.document.overrides = { "pass-through": { central: 7 } })),
    /pass-through must lie between 0 and 1/,
  ],
  ["an unknown target", changed((d) => (d.document.target = { kind: "moon" })), /a known target/],
  [
    "half a target",
    changed((d) => (d.document.target = { kind: "own", initiatives: { social: 1 } })),
    /is missing/,
  ],
  ["a horizon of 11", changed((d) => (d.document.horizon = 11)), /horizon must lie between 1 and 10/],
  ["a horizon of 2.5", changed((d) => (d.document.horizon = 2.5)), /horizon must be a whole number/],
  ["a seed below 0", changed((d) => (d.document.seed = -1)), /seed must lie between/],
  ["a million draws", changed((d) => (d.document.draws = 1e6)), /draws must lie between 1 and 10000/],
  ["no document", changed((d) => delete d.document), /field document is missing/],
  ["no basis", changed((d) => delete d.basis), /field basis is missing/],
  ["an unknown field at the top", changed((d) => (d.sql = "drop table")), /field sql is not known/],
  [
    "an unknown field of the document",
    changed((d) => (d.document.budget = 1)),
    /document\.budget is not known/,
  ],
  ["a script as data version", changed((d) => (d.dataVersion = "<b>")), /dataVersion must be a version/],
  ["a name that is no text", changed((d) => (d.name = { html: 1 })), /name must be text, not fields/],
  ["counts below 0", changed((d) => (d.basis.initiatives[0][0] = -1)), /0 or more, not -1/],
  ["a city too few in a table", changed((d) => d.basis.actors.pop()), /as many rows/],
  ["a city twice", changed((d) => (d.basis.cities[0] = "lisbon")), /as many rows/],
  [
    "no cities",
    changed((d) => Object.assign(d.basis, { cities: [], initiatives: [], actors: [], partnerships: [] })),
    /maps no city/,
  ],
  [
    "a coverage of 1e300",
    changed((d) => (d.coverage = 1e300)),
    /field coverage must be at most 1, not 1e\+300/,
  ],
  ["a coverage of −5", changed((d) => (d.coverage = -5)), /field coverage must be 0 or more, not -5/],
  [
    "formulas of the far future",
    changed((d) => (d.modelVersion = 1e9)),
    /field modelVersion must be at most \d+, unless a newer Arrivals made it.*not 1000000000/,
  ],
  ["formulas of no version", changed((d) => (d.modelVersion = 0)), /modelVersion must be 1 or more, not 0/],
  [
    "more initiatives than people",
    changed((d) => (d.basis.initiatives[2][1] = 1e300)),
    /basis\.initiatives\.2\.1 must be at most 1000000, not 1e\+300/,
  ],
  [
    "a figure without end that no model knows",
    changed((d) => (d.basis.assumptions.luck = [0, 1, 1e300, "triangular"])),
    /basis\.assumptions\.luck\.2 must be at most 1000000000, not 1e\+300/,
  ],
  [
    "a target of 1e300",
    changed(
      (d) =>
        (d.document.target = {
          kind: "own",
          initiatives: { social: 1e300, cultural: 1, legal: 1, political: 1, economic: 1 },
        }),
    ),
    /social must lie between 0 and 1000/,
  ],
  ["a lever that starts in 1e300", lever({ start: 1e300 }), /start must lie between 0 and 10/],
  ["a year 1e9", changed((d) => (d.document.view.startYear = 1e9)), /startYear must be 2100 or earlier/],
  [
    "a basis out of range",
    changed((d) => (d.basis.assumptions["pass-through"] = [9, 9, 9, "fixed"])),
    /evidence of then: pass-through/,
  ],
  [
    "an unknown distribution",
    changed((d) => (d.basis.assumptions["pass-through"][3] = "cauchy")),
    /a known distribution/,
  ],
];

describe("a broken or hostile link gives a message and the baseline", () => {
  test.each(cases)("%s", (_, link, says) => {
    const opening = decodeScenario(link, today);
    expectSound(opening);
    expect(opening.ok).toBe(false);
    if (!opening.ok) expect(refusedLinkWords(opening.faults)).toMatch(says);
  });

  test("every number of a record has bounds, and one beyond them is refused by its field", () => {
    const full: Loose = recordOf(
      {
        ...cut,
        levers: [
          { kind: "funding", city: "lisbon", change: 0.1, spend: "weights", weights: { legal: 2 }, start: 2 },
          { kind: "initiatives", city: "all", dimension: "legal", initiatives: 3, ramp: 1 },
          { kind: "partnerships", city: "lisbon", type: "public-private", partnerships: 2 },
          { kind: "turned", city: "lisbon", share: 0.5 },
          { kind: "practice", city: "lisbon", practice: "barcelona-anti-rumour-strategy" },
        ],
        target: { kind: "own", initiatives: { social: 1, cultural: 1, legal: 1, political: 1, economic: 1 } },
        overrides: { "pass-through": { low: 0.1, central: 0.2, high: 0.3 } },
        view: { city: "all", startYear: 2026 },
      },
      today,
    );
    const own: Loose = recordOf({ ...untouched, ownCity: ghent, view: { city: "own-city" } }, today);
    const paths = [full, own].flatMap((of: Loose) => {
      const found: { of: Loose; path: string[] }[] = [];
      const walk = (value: unknown, path: string[]) => {
        if (typeof value === "number") found.push({ of, path });
        else if (typeof value === "object" && value !== null)
          for (const [key, part] of Object.entries(value)) walk(part, [...path, key]);
      };
      walk(of, []);
      return found;
    });
    // One of each list is enough.
    const kinds = new Map(paths.map((d) => [`${d.of === own} ${d.path.join(".").replace(/\d+/g, "*")}`, d]));
    expect(kinds.size).toBeGreaterThan(80);
    for (const { of, path } of kinds.values())
      for (const value of [1e300, -1e300]) {
        const copy: Loose = structuredClone(of);
        const parent = path.slice(0, -1).reduce((d: Loose, key) => d[key], copy);
        parent[path.at(-1)!] = value;
        const opening = decodeScenario(pack(JSON.stringify(copy)), today);
        expectSound(opening);
        const words = opening.ok ? "" : refusedLinkWords(opening.faults);
        // An end of a range goes by its assumption.
        const named = path.filter((key) => !/^(\d+|low|central|high)$/.test(key)).at(-1)!;
        expect(words, path.join(".")).toContain(named === "schemaVersion" ? "version" : named);
        expect(words, path.join(".")).toMatch(/must be|must lie|newer Arrivals|which version/);
      }
  });

  test("with a letter more it opens as what was sent, or not at all", () => {
    // Whether the letter makes another byte depends on how long the link is, and so on the day's data.
    for (const letters of ["A", "AA", "AAA"]) {
      const opening = decodeScenario(good + letters, today);
      expectSound(opening);
      if (opening.ok) expect(opening.value.document).toEqual(cut);
    }
  });

  test("a link of any length is refused in few words, and so is one of any number of faults", () => {
    const [dots, cities, levers] = [
      `1${".".repeat(99_998)}a`,
      changed((d) => {
        for (let i = 0; i < 4000; i++) {
          d.basis.cities.push(`${"x".repeat(50)}${i}`);
          d.basis.initiatives.push([1, 2, 3, 0, 1]);
          d.basis.actors.push([1, 2, 3, 0, 1]);
          d.basis.partnerships.push([1, 2, 3, 0]);
        }
      }),
      changed((d) => {
        const lever = { kind: "funding", city: "y".repeat(90), change: 9, start: 99, ramp: -99 };
        d.document.levers = Array.from({ length: 200 }, () => lever);
      }),
    ];
    const words = (link: string) => {
      const opening = decodeScenario(link, today);
      expectSound(opening);
      return opening.ok ? "" : refusedLinkWords(opening.faults);
    };
    expect(words(dots)).toMatch(/letters that no link has/);
    expect(words(cities)).toMatch(/has no assumption .* and 11992 more\. The baseline/);
    expect(words(levers)).toMatch(/^This link could not be opened: (lever \d: [^;]+; ){3,8}and 79\d more\./);
  });

  test("a link that opens tells of its two hundred lost practices in one note", () => {
    const ids = Array.from({ length: 200 }, (_, i) => `gone-${i}`);
    const opening = decodeScenario(
      changed((d) => {
        d.document.levers = ids.map((practice) => ({ kind: "practice", city: "all", practice }));
        d.basis.practices = Object.fromEntries(ids.map((id) => [id, { dimensions: ["legal"] }]));
      }),
      today,
    );
    if (!opening.ok) throw new Error(refusedLinkWords(opening.faults));
    expect(opening.value.document.levers).toEqual([]);
    expect(opening.value.notes).toEqual([
      expect.stringMatching(
        /^It adopts (the practice “gone-\d+”, which [^;]+; ){8}and 192 more; these 200 are left out,/,
      ),
    ]);
    for (const told of [...opening.value.notes, ...opening.value.differences.sentences])
      expect(told.length).toBeLessThan(1000);
  });

  test("an unknown field of the view is passed over", () => {
    const opening = decodeScenario(
      changed((d) => (d.document.view.zoom = 3)),
      today,
    );
    expect(opening.ok && opening.value.document).toEqual(cut);
  });

  test("a bomb is put out before it is unpacked", () => {
    const bomb = pack("0".repeat(50_000_000));
    const taken = vi.spyOn(Inflate.prototype, "push");
    onTestFinished(() => taken.mockRestore());
    const opening = decodeScenario(bomb, today);
    expectSound(opening);
    expect(opening.ok).toBe(false);
    if (!opening.ok) expect(refusedLinkWords(opening.faults)).toContain("more than 500 kB");
    // Of some 48,000 packed bytes it takes two steps of 512, which unpack to a thousand times as much each.
    expect(taken.mock.calls.length).toBeGreaterThan(0);
    expect(taken.mock.calls.length).toBeLessThanOrEqual(2);
  });

  test("no object of the language is touched", () => {
    decodeScenario(written('"overrides":{}', '"overrides":{"__proto__":{"polluted":1}}'), today);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("whatever arrives, nothing throws, and half a scenario is none", () => {
  test("any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (d) => expectSound(decodeScenario(d, today))));
    fc.assert(
      fc.property(fc.base64String(), (d) => expectSound(decodeScenario(`1${d.replace(/=+$/, "")}`, today))),
    );
  });

  test("any bytes, deflated or not", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expectSound(decodeScenario(raw(bytes), today));
        expectSound(decodeScenario(raw(deflateSync(bytes)), today));
      }),
    );
  });

  test("any JSON", () => {
    fc.assert(
      fc.property(fc.json({ depthSize: "large" }), (d) => expectSound(decodeScenario(pack(d), today))),
    );
  });

  test("good links with letters changed, lost or doubled", () => {
    const way = fc.record({
      at: fc.nat(),
      what: fc.constantFrom("lose", "double", "cut", "A", "_", "é", "\0"),
    });
    fc.assert(
      fc.property(anyDocument, fc.array(way, { minLength: 1, maxLength: 4 }), (document, ways) => {
        let link = encodeScenario(document, today);
        for (const { at, what } of ways) {
          const place = at % (link.length + 1);
          const [head, tail] = [link.slice(0, place), link.slice(place)];
          if (what === "lose") link = head + tail.slice(1);
          else if (what === "double") link = head + tail.slice(0, 3) + tail;
          else if (what === "cut") link = head;
          else link = head + what + tail.slice(1);
        }
        const opening = decodeScenario(link, today);
        expectSound(opening);
        // What opens after damage is what was sent: the check lets nothing else through.
        if (opening.ok) expect(opening.value.document).toEqual(document);
      }),
      { numRuns: 150 },
    );
  });

  test("a text whole and with letters after its end: the one opens, the other is refused", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (words) => {
        const one = pack(words);
        expect(unpack(one)).toMatchObject({ ok: true, value: words });
        for (const more of [one, one.slice(1), "A", "AA", "AAAA"])
          expect(unpack(one + more).ok, `${one} ${more}`).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("good records with any one value put in place of another", () => {
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]) => {
      if (path.length > 0) paths.push(path);
      if (typeof value === "object" && value !== null)
        for (const key of Object.keys(value)) walk((value as Loose)[key], [...path, key]);
    };
    const levers = [
      ...cut.levers,
      { kind: "practice", city: "lisbon", practice: "auckland-new-kiwis" } as const,
    ];
    const adopting = recordOf(
      {
        ...cut,
        levers,
        target: { kind: "own", initiatives: { social: 1, cultural: 1, legal: 1, political: 1, economic: 1 } },
        overrides: { "pass-through": { central: 0.2 } },
        view: { city: "all", startYear: 2026 },
      },
      today,
      "Plan",
    );
    walk(adopting, []);
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(-1, 0, 1e308, -1e-300, "", "NaN", "__proto__", "<b>", [], {}, true, null),
      fc.constantFrom<unknown>("\ud800", "x\udc00", "👩‍👩‍👧‍👦".repeat(99), "x".repeat(90_000), "\u202e"),
      fc.constantFrom<unknown>(
        Array(2000).fill(-1),
        Array(300).fill({}),
        [[[[[[[[[[[[[[1]]]]]]]]]]]]]],
        adopting,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, fc.boolean(), (path, value, isBeside) => {
        const copy: Loose = structuredClone(adopting);
        const parent = path.slice(0, -1).reduce((d: Loose, key) => d[key], copy);
        const key = path.at(-1)!;
        if (isBeside && !Array.isArray(parent))
          parent[`${key}${JSON.stringify(value).slice(0, 300)}`] = value;
        else parent[key] = value;
        expectSound(decodeScenario(pack(JSON.stringify(copy)), today));
      }),
      { numRuns: 400 },
    );
  });
});
