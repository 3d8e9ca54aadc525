import { describe, expect, it } from "vitest";
import { checkSiteNeeds } from "../../loaders/check-site-needs.js";
import { formatFault } from "../../loaders/evidence-fault.js";
import type { Table } from "../../loaders/read-table.js";
import { evidence } from "../support/evidence/real-evidence.js";

describe("checkSiteNeeds(tables)", () => {
  it("accepts the evidence", async () => {
    expect(await checkSiteNeeds(evidence)).toEqual([]);
  });

  it("names each table that is gone and that pages read", async () => {
    const without = new Map([...evidence].filter(([name]) => name !== "recommendation_dimensions"));
    expect((await checkSiteNeeds(without)).map(formatFault)).toEqual([
      "datapackage.json: must describe the table recommendation_dimensions: pages read it → describe it again",
    ]);
  });

  it("names the figures that a table, a column or its type is gone from", async () => {
    const without = new Map([...evidence].filter(([name]) => name !== "municipal_revenue"));
    expect((await checkSiteNeeds(without)).map(formatFault)).toContainEqual(
      expect.stringMatching(
        /^datapackage\.json: must describe what figure municipal-revenue asks for \(.*Table with name municipal_revenue does not exist!?.*\) → describe that table/,
      ),
    );
    const cities = evidence.get("cities")!;
    const fields = cities.resource.schema.fields.filter(({ name }) => name !== "latitude");
    const flat: Table = {
      ...cities,
      resource: { ...cities.resource, schema: { ...cities.resource.schema, fields } },
    };
    const lines = (await checkSiteNeeds(new Map([...evidence, ["cities", flat]]))).map(formatFault);
    expect(lines.join("\n")).toMatch(/figure city-map asks for \(.*latitude/);
    for (const line of lines) expect(line.length).toBeLessThan(400);
  });
});
