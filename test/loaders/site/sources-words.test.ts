import { describe, expect, it } from "vitest";
import { evidenceBlocks } from "../../../loaders/site/evidence-blocks.js";
import { frameContext } from "../../../loaders/site/frame-context.js";
import { evidence } from "../../support/evidence/real-evidence.js";
import { said } from "../../support/page/page.js";

const blocks = evidenceBlocks(evidence, frameContext(evidence));
const idsOf = (table: string, column: string) => evidence.get(table)!.rows.map((row) => String(row[column]));

describe("the page of sources", () => {
  it("says no id of a document, city, table or column in what readers read", () => {
    const ids = [
      ...idsOf("sources", "source_id"),
      ...idsOf("cities", "city_id"),
      ...[...evidence.values()].flatMap(({ name, resource }) => [
        name,
        ...resource.schema.fields.map((field) => field.name),
      ]),
    ].filter((id) => /[-_]/.test(id));
    expect(ids.length).toBeGreaterThan(80);
    for (const block of ["documents", "discrepancies", "discrepancy-count", "freshness"]) {
      const words = said(blocks[block]);
      for (const id of ids)
        expect(
          new RegExp(`(?<![\\w/.-])${id}(?![\\w/-])`).exec(words)?.[0],
          `${block}: ${id}`,
        ).toBeUndefined();
    }
    // The dictionary names tables and columns, for that is what it is for; its sentences name no document by id.
    const sentences = [...blocks["dictionary"]!.querySelectorAll("p, td:nth-child(4)")]
      .map((d) => said(d))
      .join(" ");
    for (const id of idsOf("sources", "source_id").filter((d) => d.includes("-")))
      expect(sentences).not.toContain(id);
  });

  it("has each title once: of a document, and of a discrepancy", () => {
    for (const titles of [
      [...blocks["documents"]!.querySelectorAll("dt")].map((title) => said(title)),
      [...blocks["discrepancies"]!.querySelectorAll("tbody th a")].map((title) => said(title)),
    ]) {
      expect(titles.length).toBeGreaterThan(5);
      expect(new Set(titles).size).toBe(titles.length);
    }
    const documents = [...blocks["documents"]!.querySelectorAll("[id]")].map(({ id }) => id);
    expect(documents.sort()).toEqual(idsOf("sources", "source_id").sort());
  });
});
