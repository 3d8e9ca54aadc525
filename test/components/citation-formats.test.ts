import { describe, expect, it } from "vitest";
import { citationsFile } from "../../loaders/citations-file.js";
import { citationsAs } from "../../src/components/citation-formats.js";
import type { CslItem } from "../../src/components/csl-item.js";
import { figureReference } from "../../src/components/figure-reference.js";
import { evidence } from "../support/evidence/real-evidence.js";

const documents = JSON.parse(citationsFile(evidence)) as CslItem[];
const figure = figureReference("coverage-actors-7ae68291", {
  title: "Half of it: 50 % & more in São Paulo",
  version: "7ae68291",
  link: "https://example.org/?a=1_2#coverage",
  day: new Date(2026, 10, 29),
  sources: "The report, Table 7",
});

describe("citationsFile(evidence)", () => {
  it("has every document, with people by their family names and organisations whole", () => {
    expect(documents.map(({ id }) => id)).toEqual(
      evidence.get("sources")!.rows.map(({ source_id }) => source_id),
    );
    const of = (id: string) => documents.find((item) => item.id === id)!;
    expect(of("seidle-2019").author).toEqual([{ given: "F. Leslie", family: "Seidle" }]);
    expect(of("com-2012").author).toHaveLength(5);
    expect(of("thp-2014").author).toEqual([
      { literal: "The Hague Process on Refugees and Migration" },
      { literal: "UNU-MERIT and its School of Governance" },
    ]);
    expect(of("fof-2019")).not.toHaveProperty("author");
    expect(of("seidle-2019")).not.toHaveProperty("URL");
  });
});

describe("citationsAs(items, format)", () => {
  it("writes BibTeX in which no letter is a command", () => {
    const text = citationsAs([figure], "bibtex");
    expect(text).toContain("@misc{arrivalscoverageactors7ae68291,");
    expect(text).toContain("title = {Half of it: 50 \\% \\& more in {S}{\\~ a}o {Paulo}}");
    expect(text).toContain("url = {https://example.org/?a=1_2#coverage}");
  });

  it("writes an address once in BibTeX, and the year of every reference", () => {
    const text = citationsAs([figure, ...documents], "bibtex");
    expect(text).not.toContain("howpublished");
    const dated = documents.filter((item) => item.issued).length + 1;
    expect(text.match(/^\tyear = /gm)).toHaveLength(dated);
    expect(text.match(/^\turl = /gm)).toHaveLength(documents.filter(({ URL }) => URL).length + 1);
    expect(text.match(/^@/gm)).toHaveLength(documents.length + 1);
  });

  it("keeps ids whole in RIS, so that two views of a figure are two references", () => {
    const ids = ["partnership-matrix-city-7ae68291", "partnership-matrix-type-7ae68291"];
    const views = ids.map((id) => ({ ...figure, id }));
    const lines = citationsAs(views, "ris").split("\n");
    for (const id of ids) expect(lines).toContain(`ID  - ${id}`);
    expect(lines).toContain("PY  - 2026");
  });

  it("writes RIS with each field on one line, however long", () => {
    const lines = citationsAs([figure, ...documents], "ris").split("\n");
    for (const line of lines) expect(line).toMatch(/^([A-Z][A-Z0-9] {2}- .*)?$/);
    for (const { title } of [figure, ...documents]) expect(lines).toContain(`TI  - ${title}`);
    expect(lines.filter((line) => line.startsWith("ER  -"))).toHaveLength(documents.length + 1);
  });

  it("writes CSL-JSON that reads back as it was", () => {
    expect(JSON.parse(citationsAs([figure, ...documents], "csl-json"))).toEqual([figure, ...documents]);
  });
});
