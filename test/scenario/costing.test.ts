import { csvParse } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { costingOf, withCosting } from "../../src/scenario/costing.js";
import { untouched } from "../../src/scenario/document.js";
import { inputsCsv } from "../../src/scenario/export-csv.js";
import { decodeScenario, encodeScenario } from "../../src/scenario/link.js";
import { today } from "../support/model/any-document.js";
import { valueOf } from "../support/model/real-model.js";

const byDimension = withCosting(untouched, "by-dimension");

describe("how costs are taken", () => {
  it("is pooled where a document says nothing, and leaves no trace there", () => {
    expect(costingOf(untouched)).toBe("pooled");
    expect(costingOf(byDimension)).toBe("by-dimension");
    expect(withCosting(byDimension, "pooled")).toEqual(untouched);
    expect(Object.hasOwn(withCosting(byDimension, "pooled"), "costing")).toBe(false);
  });

  it("travels in a link", () => {
    expect(valueOf(decodeScenario(encodeScenario(byDimension, today), today)).document).toEqual(byDimension);
  });

  it("stands in the inputs as CSV, with what does not act", () => {
    const rows = (document: typeof untouched) => csvParse(inputsCsv(document, today));
    const of = (document: typeof untouched, id: string) => rows(document).find((row) => row.id === id)!;
    expect(of(untouched, "costing")).toMatchObject({ group: "choice", name: "costs", value: "pooled" });
    expect(of(byDimension, "costing")).toMatchObject({ value: "by-dimension", details: "By dimension" });
    expect(of(untouched, "cost-legal").details).toContain("; not used: costs are pooled");
    expect(of(untouched, "cost-initiative").details).not.toContain("not used");
    expect(of(byDimension, "cost-initiative").details).toContain("; not used: costs are by dimension");
  });
});
