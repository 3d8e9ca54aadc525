import { fetchFile } from "../components/fetch-file.js";
import { readArrow } from "../components/read-arrow.js";
import { siteLink } from "../components/site-root.js";
import type { Row } from "../components/figure.js";
import { readPractices, type Practice } from "../model/practices.js";

/** The tables, and columns that each cannot be without, that fit a practice to a recommendation; partners and costs are for the practice finder. */
const tables = {
  practices: ["practice_id", "name", "kind", "place", "source_id", "locator"],
  practice_dimensions: ["practice_id", "dimension"],
  practice_criteria: ["practice_id", "criterion", "stated"],
};

/**
 * The register of practices, out of the tables that the site publishes anyway: a page that nobody marks does not
 * fetch it.
 * @param version hash of the data, so that a cache never mixes two of them
 * @throws ReaderError when a table cannot be had or is not the one it should be, with its name and the reason
 */
export async function fetchRegister(version: string): Promise<Practice[]> {
  const rows = new Map<string, Row[]>(
    await Promise.all(
      Object.entries(tables).map(async ([table, columns]): Promise<[string, Row[]]> => {
        const address = `${siteLink(`/data/${table}.arrow`)}?v=${version}`;
        const what = `the table ${table}`;
        const expected = { holds: ["table", table], version, columns } as const;
        return [table, await fetchFile(address, what, (bytes) => readArrow(bytes, what, expected))];
      }),
    ),
  );
  return readPractices((table) => rows.get(table) ?? []);
}
