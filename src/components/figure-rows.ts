import type { Figure, Row } from "./figure.js";
import { fetchFile } from "./fetch-file.js";
import { readArrow } from "./read-arrow.js";
import { siteLink } from "./site-root.js";

export { arrowRows } from "./read-arrow.js";

const fetched = new Map<string, Promise<Row[]>>();
const what = "the figure's data";

/**
 * The rows sent with a figure, fetched once.
 * @param version hash of the data, so that a cache never mixes two of them
 * @throws ReaderError when the file cannot be had, or is not this figure's of this version of the data
 */
export function figureRows(
  { id, columns, rowsFile }: Pick<Figure, "id" | "columns" | "rowsFile">,
  version: string,
): Promise<Row[]> {
  const held = rowsFile ?? id;
  const path = rowsFile === undefined ? `/data/figures/${id}.arrow` : `/data/charts/${rowsFile}.arrow`;
  const key = `${path} ${version}`;
  let rows = fetched.get(key);
  if (!rows) {
    const names = columns.flatMap(({ name, words }) => (words ? [] : [name]));
    rows = fetchFile(`${siteLink(path)}?v=${version}`, what, (bytes) =>
      readArrow(bytes, what, { holds: ["figure", held], version, columns: names }),
    );
    rows.catch(() => fetched.delete(key));
    fetched.set(key, rows);
  }
  return rows;
}
