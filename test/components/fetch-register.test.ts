import { describe, expect, it } from "vitest";
import { readPart } from "../../src/components/fetch-register.js";
import { ReaderError } from "../../src/components/reader-error.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { readRegister } from "../../src/model/practice-register.js";
import { encodePart, registerParts, type RegisterPart } from "../../src/model/register-codec.js";
import { readTopics } from "../../src/model/vocabulary.js";
import { rowsOf } from "../support/model/real-model.js";
import { wrongJson } from "../support/page/wrong-json.js";

const textOf = (part: RegisterPart) =>
  JSON.stringify(
    encodePart(part, readRegister(rowsOf), "0123abcd", {
      ...(part === "finder" && { cities: readCityContexts(rowsOf) }),
      ...(part !== "adoptable" && { topics: readTopics(rowsOf("topics")) }),
    }),
  );
const read = (text: string, part: RegisterPart, version = "0123abcd") =>
  readPart(new TextEncoder().encode(text), part, "their data", version);

describe.each(Object.keys(registerParts) as RegisterPart[])("readPart(bytes, %j, what, version)", (part) => {
  const text = textOf(part);

  it("gives the part as it was written, nothing less", () => {
    expect(Object.keys(read(text, part).columns).toSorted()).toEqual([...registerParts[part]].toSorted());
  });

  it.each(wrongJson(text))("refuses %s, in words for the reader", (_what, wrong) => {
    expect(() => read(wrong, part)).toThrow(ReaderError);
  });

  it("refuses another part of the register", () => {
    const other = textOf(part === "texts" ? "finder" : "texts");
    expect(() => read(other, part)).toThrow("another file came in the place of their data");
  });

  it("says that it came from another version, where it did", () => {
    expect(() => read(text, part, "ffffffff")).toThrow("their data came from another version of this site");
  });
});
