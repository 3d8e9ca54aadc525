import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, readAddress, writeAddress } from "../../src/components/address.js";
import type { Choice } from "../../src/components/figure.js";

const measure: Choice = {
  name: "measure",
  label: "Show",
  values: ["initiatives", "actors", "per-actor"].map((value) => ({ value, label: value })),
};
const cities: Choice = {
  name: "cities",
  label: "Cities",
  values: [
    { value: "auckland", label: "Auckland" },
    { value: "chicago", label: "Chicago" },
    { value: "lisbon", label: "Lisbon" },
    { value: "nairobi", label: "Nairobi" },
    { value: "sao-paulo", label: "São Paulo" },
  ],
  several: { least: 2, most: 4 },
};
const choices = [measure, cities];
const firstView = { measure: "initiatives", cities: "auckland,chicago" };

describe("readAddress(search, choices)", () => {
  it.each(["", "?", "?page=2", "?other=x&measures=actors"])("reads no choice from %j", (search) => {
    expect(readAddress(search, choices)).toEqual({ options: {}, notes: [] });
  });

  it("reads one value and several", () => {
    expect(readAddress("?measure=actors&cities=lisbon,nairobi", choices)).toEqual({
      options: { measure: "actors", cities: "lisbon,nairobi" },
      notes: [],
    });
  });

  it("reads several values with commas written as %2C, spaces, empty parts and repeats", () => {
    expect(readAddress("?cities=lisbon%2C%20nairobi,,lisbon,", choices)).toEqual({
      options: { cities: "lisbon,nairobi" },
      notes: [],
    });
  });

  it.each([
    "Lisbon,São Paulo",
    "LISBON,são-paulo",
    "lisbon, SAO PAULO",
    "Sa\u0303o Paulo,lisbon",
    "sao_paulo,lisbon",
  ])("finds a value by its id or label, whatever case, accents and dashes: %s", (given) => {
    expect(readAddress(`?cities=${encodeURIComponent(given)}`, choices)).toEqual({
      options: { cities: "lisbon,sao-paulo" },
      notes: [],
    });
  });

  it("finds a value by a label of other words, and by a name with an accent too many", () => {
    const perActor: Choice = { ...measure, values: [{ value: "per-actor", label: "initiatives per actor" }] };
    expect(readAddress("?measure=Initiatives+per+actor", [perActor]).options).toEqual({
      measure: "per-actor",
    });
    expect(readAddress("?cities=Lísbon,Naïrobi", choices).options).toEqual({ cities: "lisbon,nairobi" });
  });

  it("reads several parameters of one name as one list", () => {
    expect(readAddress("?cities=lisbon&cities=nairobi&x=1&cities=Chicago,lisbon", choices)).toEqual({
      options: { cities: "chicago,lisbon,nairobi" },
      notes: [],
    });
    expect(readAddress("?measure=per-actor&measure=actors", choices)).toEqual({
      options: { measure: "per-actor" },
      notes: ["The link asks for 2 values under “Show”; the first is shown."],
    });
  });

  it("gives the same choice in the order offered, whatever the order asked", () => {
    expect(readAddress("?cities=nairobi,auckland,lisbon", choices).options.cities).toBe(
      "auckland,lisbon,nairobi",
    );
  });

  it.each(["?cities=", "?cities=,%20,", "?measure=", "?measure=&measure="])(
    "says that %s names nothing",
    (search) => {
      const { options, notes } = readAddress(search, choices);
      expect(options).toEqual({});
      expect(notes).toEqual([
        `The link leaves “${search.startsWith("?cities") ? "Cities" : "Show"}” empty, so the page is shown as usual.`,
      ]);
    },
  );

  it("takes an empty value where that is a choice of its own", () => {
    const from: Choice = { ...measure, name: "from", label: "From", none: "" };
    const places: Choice = { ...cities, name: "places", several: { least: 0, most: 4 } };
    expect(readAddress("?from=&places=", [from, places])).toEqual({
      options: { from: "", places: "" },
      notes: [],
    });
  });

  it("shows the first view where nothing of several is offered, although none may be chosen", () => {
    const places: Choice = { ...cities, name: "places", several: { least: 0, most: 4 } };
    expect(readAddress("?places=atlantis", [places]).options).toEqual({});
  });

  it("says in the plural, with labels, what several values were and what is offered", () => {
    expect(readAddress("?cities=atlantis,lisbon,Ys,nairobi,atlantis", choices).notes).toEqual([
      "The link asks for “atlantis” and “Ys” under “Cities”, where they are not offered. They were ignored. Choose from Auckland, Chicago, Lisbon, Nairobi and São Paulo.",
    ]);
  });

  it("counts what is offered where it is too much to list", () => {
    const values = Array.from({ length: 13 }, (_, i) => ({ value: `v${i}`, label: `Village ${i}` }));
    expect(readAddress("?city=atlantis", [{ name: "city", label: "City", values }]).notes).toEqual([
      "The link asks for “atlantis” under “City”, where it is not offered. It was ignored. Choose one of the 13 under “City”.",
    ]);
  });

  it("names the closest match, by its label, where there is one", () => {
    expect(readAddress("?cities=Lisbonne,nairobi,lisbon", choices).notes).toEqual([
      "The link asks for “Lisbonne” under “Cities”, where it is not offered. It was ignored. The closest match is “Lisbon”.",
    ]);
    expect(readAddress("?cities=sao+paolo,narobi,lisbon,chicago", choices).notes).toEqual([
      "The link asks for “sao paolo” and “narobi” under “Cities”, where they are not offered. They were ignored. The closest matches are “São Paulo” and “Nairobi”.",
    ]);
  });

  it("says from which year to which can be chosen", () => {
    const years = ["", "2012", "2011", "2010"].map((value) => ({ value, label: value || "the last year" }));
    const to: Choice = { name: "to", label: "To", values: years, none: "" };
    for (const year of ["3000", "2013", "last"])
      expect(readAddress(`?to=${year}`, [to]).notes).toEqual([
        `The link asks for “${year}” under “To”, where it is not offered. It was ignored. Choose from 2010 to 2012.`,
      ]);
  });

  it("names three of many values that are not offered", () => {
    const { notes } = readAddress("?cities=a,b,c,d,e,lisbon,nairobi", choices);
    expect(notes[0]).toContain("“a”, “b”, “c” and 2 more under “Cities”, where they are not offered");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "takes %s for any other word",
    (word) => {
      const { options, notes } = readAddress(`?measure=${word}&cities=lisbon,nairobi,${word}`, choices);
      expect(options).toEqual({ cities: "lisbon,nairobi" });
      expect(notes).toHaveLength(2);
      for (const note of notes)
        expect(note).toMatch(new RegExp(`“${word}” under “(Show|Cities)”, where it is not offered`));
    },
  );

  it("ignores a value that is not offered, and says which and what is offered", () => {
    const { options, notes } = readAddress("?measure=size", choices);
    expect(options).toEqual({});
    expect(notes).toEqual([
      "The link asks for “size” under “Show”, where it is not offered. It was ignored. Choose from initiatives, actors and per-actor.",
    ]);
  });

  it("keeps the values that are offered beside one that is not", () => {
    const { options, notes } = readAddress("?cities=lisbon,atlantis,nairobi", choices);
    expect(options).toEqual({ cities: "lisbon,nairobi" });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("“atlantis”");
  });

  it("shows the first values of too many, with a note", () => {
    const { options, notes } = readAddress("?cities=auckland,chicago,lisbon,nairobi,sao-paulo", choices);
    expect(options.cities).toBe("auckland,chicago,lisbon,nairobi");
    expect(notes).toEqual(["The link asks for 5 values under “Cities”; the first 4 are shown."]);
  });

  it("shows the first view for too few, with a note", () => {
    const { options, notes } = readAddress("?cities=lisbon", choices);
    expect(options).toEqual({});
    expect(notes).toEqual(["The link names fewer than two cities, so the usual ones are shown."]);
  });

  it.each([
    "?measure=%00",
    "?measure=<script>alert(1)</script>",
    "?cities=x%27%3B%20drop%20table%20cities%3B%20--",
    "?measure=%E0%A4%A",
  ])("never breaks on %s, and says that it was ignored", (search) => {
    const { options, notes } = readAddress(search, choices);
    expect(options).toEqual({});
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("It was ignored");
  });

  it("shortens what it could not use, between letters, and shows no hidden ones", () => {
    expect(readAddress(`?measure=${"y".repeat(5000)}`, choices).notes[0]).toContain(`“${"y".repeat(40)}…”`);
    expect(readAddress(`?measure=${"🏙".repeat(41)}`, choices).notes[0]).toContain(`“${"🏙".repeat(40)}…”`);
    expect(readAddress("?measure=a%E2%80%AEb%00", choices).notes[0]).toContain("“a�b�”");
  });

  it("gives only offered values, as many as are legal, for any query", () => {
    const part = fc.oneof(
      fc.constantFrom("measure=", "cities=", "&", ",", "actors", "lisbon", "nairobi", "chicago", "auckland"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { options, notes } = readAddress(parts.join(""), choices);
        if (options.measure !== undefined)
          expect(measure.values.map((d) => d.value)).toContain(options.measure);
        if (options.cities !== undefined) {
          const chosen = options.cities.split(",");
          expect(cities.values.map((d) => d.value)).toEqual(expect.arrayContaining(chosen));
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(chosen.length).toBeGreaterThanOrEqual(2);
          expect(chosen.length).toBeLessThanOrEqual(4);
        }
        for (const note of notes) expect(note).toMatch(/\.$/);
      }),
    );
  });
});

describe("writeAddress(search, options, firstView)", () => {
  it("leaves out what the first view shows", () => {
    expect(writeAddress("", firstView, firstView)).toBe("");
    expect(writeAddress("?measure=actors", firstView, firstView)).toBe("");
  });

  it("writes commas as they are and keeps other parameters", () => {
    expect(writeAddress("?page=2", { ...firstView, cities: "lisbon,nairobi" }, firstView)).toBe(
      "?page=2&cities=lisbon,nairobi",
    );
  });

  it("is read back as it was written, for every legal choice", () => {
    const legal = fc.record({
      measure: fc.constantFrom(...measure.values.map((d) => d.value)),
      cities: fc
        .subarray(
          cities.values.map((d) => d.value),
          { minLength: 2, maxLength: 4 },
        )
        .map((chosen) => chosen.join(",")),
    });
    fc.assert(
      fc.property(
        legal,
        fc.constantFrom("", "?page=2", "?measure=actors&cities=lisbon,chicago"),
        (options, search) => {
          const read = readAddress(writeAddress(search, options, firstView), choices);
          expect({ ...firstView, ...read.options }).toEqual(options);
          expect(read.notes).toEqual([]);
        },
      ),
    );
  });
});

describe("anchorOf(hash)", () => {
  it("is the id that a hash names, and nothing where it names none or is no text", () => {
    expect(anchorOf("#com-local-01")).toBe("com-local-01");
    expect(anchorOf("#s%C3%A3o")).toBe("são");
    for (const hash of ["", "#", "#%", "#%E0%A4%A"]) expect(anchorOf(hash), hash).toBe("");
  });
});
