import { describe, expect, it } from "vitest";
import { findingParagraph } from "../../src/components/finding.js";
import type { Finding } from "../../src/components/finding-type.js";
import { contextWith, discrepancy, hostileName, said } from "../support/page/page.js";

const finding: Finding = {
  id: "small",
  sql: "select 1 < 2 as smaller",
  says: ([row]) => `It is ${String(row!.smaller)}.`,
  sources: [
    { source_id: "thp-2014", locator: "Table 7" },
    { source_id: "com-2012", locator: "Essay" },
  ],
  cells: [
    { table: "initiatives", key: "*/political", column: "initiatives" },
    { table: "initiatives", key: "*/political", column: "initiatives" },
  ],
};

describe("findingParagraph(finding, rows, context)", () => {
  const made = findingParagraph(finding, [{ smaller: true }], contextWith());

  it("says the sentence of the rows, with documents and places", () => {
    expect(made.id).toBe("finding-small");
    expect(said(made.querySelector("p"))).toBe("It is true.");
    expect(said(made.querySelector("small"))).toBe("Document thp-2014, Table 7. Document com-2012, Essay.");
  });

  it("shows the query it answers, and keeps it for the button that runs it", () => {
    const details = made.querySelector("details")!;
    expect(said(details.querySelector("summary"))).toBe("SQL");
    expect(details.querySelector("code")!.textContent).toBe(finding.sql);
    expect(details.getAttribute("data-query")).toBe(finding.sql);
    expect(details.querySelector("pre")!.getAttribute("tabindex")).toBe("0");
  });

  it("marks a total with second readings, each with its story once", () => {
    const marked = findingParagraph(
      finding,
      [{ smaller: true }],
      contextWith([discrepancy("thp-total", "*/political"), discrepancy("thp-one", "lisbon/political")]),
    );
    expect(said(marked.querySelector("p"))).toBe("It is true.†");
    expect([...marked.querySelectorAll("a")].map((link) => [link.getAttribute("href"), said(link)])).toEqual([
      ["/site/sources#thp-total", "Title of thp-total"],
    ]);
    expect(said(made.querySelector("p"))).not.toContain("†");
  });

  it("marks no total of several rounds with a reading of the study's own, and no number of an older round", () => {
    const ofStudy: Finding = {
      ...finding,
      cells: [
        { table: "initiatives", key: "*/political/thp-2013", column: "initiatives" },
        { table: "initiatives", key: "nairobi/political/thp-2013", column: "initiatives" },
      ],
    };
    const context = contextWith([
      discrepancy("thp-total", "*/political/thp-2013"),
      discrepancy("thp-nairobi", "nairobi/political/thp-2013"),
    ]);
    const storiesIn = (count_rounds: string) =>
      [...findingParagraph(ofStudy, [{ smaller: true, count_rounds }], context).querySelectorAll("a")].map(
        said,
      );
    expect(storiesIn("thp-2013")).toEqual(["Title of thp-total", "Title of thp-nairobi"]);
    expect(storiesIn("lisbon-2024, thp-2013")).toEqual(["Title of thp-nairobi"]);
    expect(storiesIn("lisbon-2024")).toEqual([]);
  });

  it("keeps names and queries text", () => {
    const made = findingParagraph(
      { ...finding, sql: hostileName },
      [{ smaller: hostileName }],
      contextWith(),
    );
    const { document } = contextWith();
    document.body.innerHTML = made.outerHTML;
    expect(document.querySelector("img, script, [onerror]")).toBeNull();
    expect(said(document.querySelector("p"))).toBe(`It is ${hostileName}.`);
    expect(document.querySelector("details")!.getAttribute("data-query")).toBe(hostileName);
  });
});
