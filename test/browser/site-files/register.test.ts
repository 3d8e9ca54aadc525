import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { dataVersion } from "../../../loaders/version.js";
import { readCityContexts } from "../../../src/model/city-contexts.js";
import { readRegister } from "../../../src/model/practice-register.js";
import { encodePart } from "../../../src/model/register-codec.js";
import { readTopics } from "../../../src/model/vocabulary.js";
import { rowsOf } from "../../support/model/real-model.js";
import { pagesOf } from "../../support/site/pages-of-site.js";

const folder = inject("siteFolder");

describe("the register of practices", () => {
  const register = readRegister(rowsOf);
  const topics = readTopics(rowsOf("topics"));
  const titles = topics.map(({ id, title }) => ({ id, title, phrases: [], reaches: [] }));

  it.each([
    ["adoptable.json", encodePart("adoptable", register, dataVersion())],
    [
      "practice-finder.json",
      encodePart("finder", register, dataVersion(), { cities: readCityContexts(rowsOf), topics: titles }),
    ],
    ["practice-texts.json", encodePart("texts", register, dataVersion(), { topics })],
  ])("stands in files of its own, as the tables have it: %s", (file, part) => {
    expect(JSON.parse(readFileSync(join(folder, "data", file), "utf8"))).toEqual(part);
  });

  it("is no part of the workbench's HTML: the first picture does not wait for it", () => {
    const page = pagesOf(folder).find(({ path }) => path === "scenarios")!;
    const carried = page.document.querySelector("[data-model]")!.getAttribute("data-model")!;
    expect(Object.keys(JSON.parse(carried) as object)).not.toContain("practices");
  });
});
