import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { dimensions } from "../../src/model/names.js";
import { readRegister } from "../../src/model/practice-register.js";
import { readPractices } from "../../src/model/practices.js";
import {
  decodePart,
  encodePart,
  joinParts,
  registerParts,
  type PartFile,
  type RegisterPart,
} from "../../src/model/register-codec.js";
import { anyPractices } from "../support/model/any-register.js";
import { readTopics } from "../../src/model/vocabulary.js";
import { rowsOf } from "../support/model/real-model.js";

const register = readRegister(rowsOf);
const cities = readCityContexts(rowsOf);
const parts = Object.keys(registerParts) as RegisterPart[];
const overTheWire = (file: PartFile) => JSON.parse(JSON.stringify(file)) as unknown;
const sent = (part: RegisterPart, practices = register) =>
  overTheWire(
    encodePart(part, practices, "0123abcd", { cities, topics: readTopics(rowsOf("topics")) }),
  ) as PartFile;
const read = (part: RegisterPart, practices = register) => decodePart(part, sent(part, practices))!;
const joined = (practices = register) =>
  joinParts({
    adoptable: read("adoptable", practices),
    finder: read("finder", practices),
    texts: read("texts", practices),
  });

describe("the codec of the register", () => {
  it("gives every field of every practice back as the tables have it", () => {
    expect(joined()).toEqual(register);
    const bare = register.map((practice) =>
      Object.fromEntries(Object.entries(practice).filter(([name]) => name !== "cost")),
    );
    expect(bare).toEqual(readPractices(rowsOf));
  });

  it("gives back any practices, whatever is told of them", () => {
    fc.assert(
      fc.property(anyPractices, (practices) => {
        fc.pre(practices.length > 0);
        const listed = practices.map((practice) => ({ ...practice, cost: null }));
        expect(joined(listed)).toEqual(listed);
      }),
    );
  });

  it("sends each field once", () => {
    const fields = parts.flatMap((part) => [...registerParts[part]] as string[]);
    expect(fields.toSorted()).toEqual(Object.keys(register[0]!).toSorted());
  });

  it("gives version and cities back beside the practices", () => {
    for (const part of parts) expect(read(part)).toMatchObject({ version: "0123abcd", cities });
  });

  it("takes a part without cities and topics for what it is, but for those that need them", () => {
    const bare = (part: RegisterPart, beside = {}) =>
      overTheWire(encodePart(part, register, "0123abcd", beside));
    const topics = readTopics(rowsOf("topics"));
    expect(decodePart("adoptable", bare("adoptable"))).toMatchObject({ cities: [], topics: [] });
    expect(decodePart("texts", bare("texts", { topics }))).toMatchObject({ cities: [], topics });
    expect(decodePart("texts", bare("texts"))).toBeNull();
    expect(decodePart("finder", bare("finder", { topics }))).toBeNull();
  });

  it("refuses parts of registers that are not equally long", () => {
    const shorter = read("texts", register.slice(1));
    expect(joinParts({ adoptable: read("adoptable"), texts: shorter })).toBeNull();
  });

  it.each<[string, RegisterPart, (file: PartFile) => unknown]>([
    [
      "a dimension that there is not",
      "adoptable",
      ({ practices }) => (practices["dimensions"]![2] = [dimensions.length]),
    ],
    [
      "a criterion in words",
      "adoptable",
      ({ practices }) => (practices["criteria"]![2] = [["practicality", "met"]]),
    ],
    ["a number as a name", "adoptable", ({ practices }) => (practices["name"]![2] = 7)],
    ["no partners", "finder", ({ practices }) => (practices["partners"]![3] = null)],
    ["a sector that there is not", "finder", ({ practices }) => (practices["leadSector"]![3] = "fourth")],
    ["an empty cost", "finder", ({ practices }) => (practices["costs"]![3] = [{}])],
    [
      "a city with a count in letters",
      "finder",
      (file) => Object.assign(file.cities![1]!, { initiatives: { social: "1" } }),
    ],
    ["a column that is missing", "texts", ({ practices }) => delete practices["summary"]],
    ["columns without a practice", "texts", ({ practices }) => Object.assign(practices, { summary: [] })],
    ["columns that are not equally long", "finder", ({ practices }) => practices["note"]!.pop()],
  ])("refuses %s", (_what, part, change) => {
    const file = sent(part);
    change(file);
    const read = decodePart(part, file);
    expect(read && joinParts({ [part]: read } as Record<RegisterPart, typeof read>)).toBeNull();
  });
});
