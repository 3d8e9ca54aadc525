import { describe, expect, it } from "vitest";
import { codebookHtml } from "../../../loaders/site/codebook.js";
import { readPackage } from "../../../loaders/package.js";
import { judgedTables } from "../../../src/model/agreement.js";
import { evidence } from "../../support/evidence/real-evidence.js";
import { emptyPage } from "../../support/page/page.js";

const page = emptyPage();
page.body.innerHTML = codebookHtml();
const headings = [...page.querySelectorAll("h3")].map((heading) => heading.textContent);
const pkg = readPackage();

/** The codes of the tables of judgements, as the data package lists them. */
const codes = pkg.resources
  .filter(({ name }) => (judgedTables as readonly string[]).includes(name))
  .flatMap(({ schema }) => schema.fields)
  .filter(({ name }) => ["dimension", "criterion", "sector"].includes(name))
  .flatMap(({ categories = [] }) => categories.map(({ value }) => value));

/** What stands under a code's heading. */
function textOf(code: string): string {
  const heading = [...page.querySelectorAll("h3")].find(({ textContent }) => textContent === code);
  expect(heading, code).toBeDefined();
  const own: string[] = [];
  for (let next = heading!.nextElementSibling; next && !/^H/.test(next.tagName);)
    [, next] = [own.push(next.textContent), next.nextElementSibling];
  return own.join("\n");
}

describe("the codebook", () => {
  it("says of every code what counts and what does not, and gives hard cases", () => {
    expect(codes.length).toBeGreaterThan(15);
    for (const code of new Set([...codes, ...headings])) {
      const text = textOf(code);
      expect(text, code).toMatch(/^Counts: /m);
      expect(text, code).toMatch(/^Does not count: /m);
      expect(text, code).toMatch(/Hard case: /);
    }
    for (const code of new Set(codes))
      expect(textOf(code).match(/Hard case: /g)?.length, code).toBeGreaterThanOrEqual(2);
  });

  it("defines each value of the columns about a city, and none", () => {
    const fields = pkg.resources.find(({ name }) => name === "city_policies")!.schema.fields;
    for (const column of ["policy_level", "arrivals"]) {
      const values = fields.find(({ name }) => name === column)!.constraints!.enum!;
      expect(values.length).toBeGreaterThan(1);
      for (const value of new Set([...values, "none"])) expect(textOf(column)).toContain(`${value}: `);
    }
  });

  it("names the study once by its id, and says how a decision is counted", () => {
    expect(page.body.textContent.match(/thp-2014/g)).toHaveLength(1);
    expect(page.body.textContent).toContain("How a decision is counted");
  });

  it("has an address for each part and code, once, and leaves the title to the page", () => {
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("sectors-of-partners-public");
    expect(page.querySelector("h1")).toBeNull();
  });

  it("names no table that is not there", () => {
    const named = [...page.querySelectorAll("code")].map(({ textContent }) => textContent);
    for (const name of named.filter((text) => /^[a-z]+_[a-z_]+$/.test(text))) {
      const known =
        evidence.has(name) || pkg.resources.some(({ schema }) => schema.fields.some((f) => f.name === name));
      expect(known, name).toBe(true);
    }
  });
});

describe("the data package as a whole", () => {
  it("names every document of the table sources, ours aside, with its address", () => {
    const paths = pkg.sources!.map(({ title, path }) => `${title} ${path ?? ""}`).join("\n");
    for (const { source_id, title, publisher, url } of evidence.get("sources")!.rows) {
      if (source_id === "arrivals") continue;
      expect(paths).toContain(
        source_id === "geonames" ? "GeoNames" : String(source_id === "ecb" ? publisher : title),
      );
      if (url) expect(paths).toContain(String(url));
    }
  });

  it("says when it was made, by whom, and by which words it is found", () => {
    expect(new Date(pkg.created!).getFullYear()).toBeGreaterThanOrEqual(2026);
    expect(pkg.contributors!.length).toBeGreaterThan(0);
    expect(pkg.keywords).toContain("migration");
  });
});
