import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { dataVersion } from "../../../loaders/version.js";
import { pageData } from "../../../src/workbench/page-data.js";
import { rowsOf } from "../../support/model/real-model.js";
import { pagesOf } from "../../support/site/pages-of-site.js";

const folder = inject("siteFolder");

describe.skipIf(!folder)("the register for the workbench", () => {
  const { practices } = pageData(rowsOf, "0123abcd", {});

  it("stands in a file of its own, as the tables have it", () => {
    expect(JSON.parse(readFileSync(join(folder, "data/adoptable.json"), "utf8"))).toEqual({
      version: dataVersion(),
      practices,
    });
  });

  it("is no part of the page's HTML: the first picture does not wait for it", () => {
    const page = pagesOf(folder).find(({ path }) => path === "scenarios")!;
    const carried = page.document.querySelector("[data-model]")!.getAttribute("data-model")!;
    expect(Object.keys(JSON.parse(carried) as object)).not.toContain("practices");
  });
});
