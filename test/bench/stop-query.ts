import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Measurement } from "./bench.js";

/** A query that would take minutes. */
const sql = "select sum(a.range * b.range) n from range(1000000) a, range(1000000) b";

/** From asking a long query to stop until it has: what the page then says. */
export const stopQuery: Measurement = async ({ browser, folder, url, runs }) => {
  const file = readdirSync(join(folder, "_import/database")).find((name) => name.startsWith("open."))!;
  const page = await browser.newPage();
  await page.goto(`${url}guide/sql`);
  const values: number[] = [];
  for (let run = 0; run < runs; run++)
    values.push(
      await page.evaluate(
        async ([module, sql]) => {
          const { openDatabase } = (await import(module!)) as typeof import("../../src/database/open.js");
          const database = await openDatabase();
          const controller = new AbortController();
          let asked = 0;
          setTimeout(() => {
            asked = performance.now();
            controller.abort();
          }, 300);
          await database.query(sql!, { signal: controller.signal }).catch(() => {});
          return performance.now() - asked;
        },
        [`/_import/database/${file}`, sql],
      ),
    );
  await page.close();
  return [
    {
      what: "SQL: a long query stops",
      unit: "ms",
      values,
      budget: { atMost: 1200 },
      judge: "max",
      note: "From the signal until the query is refused; it had run for 300 ms.",
    },
  ];
};
