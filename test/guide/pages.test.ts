import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { flagMeanings } from "../../src/components/format.js";
import { realDatabase } from "../support/evidence/real-evidence.js";

const page = (name: string) => readFileSync(new URL(`../../src/guide/${name}.md`, import.meta.url), "utf8");

describe("the guide", () => {
  it("gives interviews and their correlation with the counts as the tables have them", async () => {
    const database = await realDatabase();
    const [row] = await database.query(`with city as (
  select city_id, any_value(interviewed) as interviewed, sum(initiatives) as initiatives
  from interviews join initiatives using (city_id, round)
  where round = 'thp-2013'
  group by city_id
)
select min(interviewed)::int as least, max(interviewed)::int as most, corr(interviewed, initiatives) as r,
  corr(interviewed, initiatives) filter (city_id <> 'sao-paulo') as r_without,
  arg_max(city_id, interviewed) = 'sao-paulo' and arg_max(city_id, initiatives) = 'sao-paulo' as most_of_both
from city`);
    const shown = (value: unknown) => (value as number).toFixed(2).replace("-", "−");
    const { least, most, r, r_without, most_of_both } = row!;
    expect(page("reading")).toContain(`Interviews differ from ${String(least)} to ${String(most)} per city`);
    expect(page("reading")).toContain(`(correlation ${shown(r)})`);
    expect(page("reading")).toContain(`(${shown(r_without)})`);
    expect(most_of_both).toBe(true);
  });

  it("explains every flag by the words that the pages use", () => {
    for (const [letter, meaning] of Object.entries(flagMeanings))
      expect(page("reading")).toMatch(new RegExp(`^\\| ${letter} \\| .*${meaning.split(" ")[0]!}`, "m"));
  });

  it("gives the database's size as its file has it", () => {
    const file = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
    expect(statSync(file).size).toBeGreaterThan(30e6);
    const megabytes = Math.round(gzipSync(readFileSync(file), { level: 9 }).length / 1e6);
    for (const name of ["reading", "sql"]) expect(page(name)).toContain(`about ${megabytes} MB`);
  });
});
