import { arrowRows } from "../components/figure-rows.js";
import { fetchFile } from "../components/fetch-file.js";
import { siteLink } from "../components/site-root.js";
import type { Row } from "../figures/figure.js";
import { readPractices, type Practice } from "../model/practices.js";

/** The tables that fit a practice to a recommendation; partners and costs are for the practice finder. */
const tables = ["practices", "practice_dimensions", "practice_criteria"];

/**
 * The register of practices, out of the tables that the site publishes anyway: a page that nobody marks does not
 * fetch it.
 * @param version hash of the data, so that a cache never mixes two of them
 * @throws when a table cannot be had, with its name and the reason
 */
export async function fetchRegister(version: string): Promise<Practice[]> {
  const rows = new Map<string, Row[]>(
    await Promise.all(
      tables.map(async (table): Promise<[string, Row[]]> => {
        const address = `${siteLink(`/data/${table}.arrow`)}?v=${version}`;
        const response = await fetchFile(address, `the table ${table}`);
        return [table, arrowRows(new Uint8Array(await response.arrayBuffer()))];
      }),
    ),
  );
  return readPractices((table) => rows.get(table) ?? []);
}
