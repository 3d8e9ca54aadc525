import { describe, expect, it } from "vitest";
import { copiedTable } from "../../src/components/copied-table.js";
import { tableSheet } from "../../src/components/figure-sheet.js";
import { contextWith, hostileName } from "../support/page/page.js";

const context = contextWith();
const columns = [
  { name: "city", title: "City" },
  { name: "residents", title: "Population", unit: "persons" },
];
const sheetOf = (...rows: { city: string; residents: number | null }[]) =>
  tableSheet({ rows, columns, sources: [] }, context);

describe("copiedTable(document, sheet, citation)", () => {
  const copied = copiedTable(
    context.document,
    sheetOf({ city: "São Paulo", residents: 11_253_503 }, { city: "Ghent", residents: null }),
    "A title. Source.",
  );

  it("is text with one line of heads, bare numbers, and the citation under it", () => {
    expect(copied.text.split("\n")).toEqual([
      "City\tPopulation (persons)",
      "São Paulo\t11253503",
      "Ghent\t",
      "",
      "A title. Source.",
    ]);
  });

  it("is HTML with one line of heads and numbers that a spreadsheet cannot misread", () => {
    expect(copied.html.match(/<tr>/g)).toHaveLength(3);
    expect(copied.html.match(/<th[ >]/g)).toHaveLength(2);
    for (const told of ['x:num="11253503"', 'sdval="11253503"', ">11,253,503</td>"])
      expect(copied.html).toContain(told);
    expect(copied.html).toMatch(/<p>A title\. Source\.<\/p>$/);
  });

  it("holds names as text, and none that a spreadsheet would run", () => {
    const { html, text } = copiedTable(
      context.document,
      sheetOf({ city: hostileName, residents: 1 }, { city: "=1+1\tnext", residents: 2 }),
      "",
    );
    expect(html).not.toContain("<img");
    expect(html).toContain(">'=1+1");
    expect(text.split("\n")[2]).toBe("'=1+1 next\t2");
  });

  it("shows a number with its sign as the page does, without an apostrophe", () => {
    const changes = tableSheet(
      {
        rows: [{ change: 10.5 }, { change: -3 }],
        columns: [
          { name: "change", title: "Change", show: (value) => `${value > 0 ? "+" : "-"}${Math.abs(value)}` },
        ],
        sources: [],
      },
      context,
    );
    const { html, text } = copiedTable(context.document, changes, "");
    expect(html).toContain(">+10.5</td>");
    expect(html).toContain(">-3</td>");
    expect(text).toBe("Change\n10.5\n-3\n\n");
  });

  it("guards its heads and its citation as it does cells", () => {
    const odd = [{ name: "city", title: "=b" }];
    const { html, text } = copiedTable(
      context.document,
      tableSheet({ rows: [{ city: "Ghent" }], columns: odd, sources: [] }, context),
      "+5 in Ghent. Source.",
    );
    expect(text).toBe("'=b\nGhent\n\n'+5 in Ghent. Source.");
    expect(html).toContain(">'=b</th>");
    expect(html).toContain("<p>'+5 in Ghent.");
  });

  it("leaves a small negative number a number", () => {
    const sheet = sheetOf({ city: "Lisbon", residents: -1e-7 });
    expect(copiedTable(context.document, sheet, "").text).toContain("Lisbon\t-1e-7");
  });

  it("holds the rows asked for alone", () => {
    const sheet = sheetOf({ city: "Lisbon", residents: 1 }, { city: "Nairobi", residents: 2 });
    const { text } = copiedTable(context.document, sheet, "", sheet.rows.slice(1));
    expect(text).toContain("Nairobi");
    expect(text).not.toContain("Lisbon");
  });
});
