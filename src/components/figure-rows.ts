import { tableFromIPC } from "@uwdata/flechette";
import type { Cell, Row } from "../figures/figure.js";
import { fetchFile } from "./fetch-file.js";
import { siteLink } from "./site-root.js";

const fetched = new Map<string, Promise<Row[]>>();

/**
 * The rows sent with a figure, fetched once.
 * @param version hash of the data, so that a cache never mixes two of them
 * @throws when the file cannot be had, with the reason
 */
export function figureRows(id: string, version: string): Promise<Row[]> {
  const key = `${id} ${version}`;
  let rows = fetched.get(key);
  if (!rows) {
    rows = fetchRows(`${siteLink(`/data/figures/${id}.arrow`)}?v=${version}`);
    rows.catch(() => fetched.delete(key));
    fetched.set(key, rows);
  }
  return rows;
}

async function fetchRows(address: string): Promise<Row[]> {
  const response = await fetchFile(address, "the figure's data");
  return arrowRows(new Uint8Array(await response.arrayBuffer()));
}

/** Rows of an Arrow file or stream; a missing value is `null`. */
export function arrowRows(bytes: Uint8Array): Row[] {
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map((field, i) => ({
    name: field.name,
    values: table.getChildAt(i).toArray() as ArrayLike<Cell>,
  }));
  return Array.from({ length: table.numRows }, (_, i) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[i] ?? null])),
  );
}
