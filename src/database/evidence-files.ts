import { siteLink } from "../components/site-root.js";
import { readTableFile } from "./arrow-file.js";
import { download, type Transfer } from "./download.js";
import { DatabaseUnavailable } from "./errors.js";

/** A table of the evidence as its Arrow file. */
export interface TableFile {
  name: string;
  /** Rows that it must hold. */
  rows: number;
  file: Uint8Array;
}

/** What is read of the published data package. */
interface Published {
  dataVersion: string;
  resources: { name: string; rows: number; schema: { fields: { name: string }[] } }[];
}

/**
 * Every table that the data package names, each looked at before the database sees it.
 * @param pageVersion of the data that the page was made from; empty where it says none
 * @throws DatabaseUnavailable that names the file and what is wrong with it
 */
export async function downloadTables(transfer: Transfer, pageVersion: string): Promise<TableFile[]> {
  const published = readPublished(await download(siteLink("/data/datapackage.json"), transfer));
  const { dataVersion, resources } = published;
  if (pageVersion && dataVersion !== pageVersion)
    throw new DatabaseUnavailable(
      "newer",
      `the page has version ${pageVersion}, datapackage.json ${dataVersion}`,
    );
  return Promise.all(
    resources.map(async (resource) => {
      const file = await download(siteLink(`/data/${resource.name}.arrow`), transfer);
      checkTable(resource, file, dataVersion);
      return { name: resource.name, rows: resource.rows, file };
    }),
  );
}

function readPublished(bytes: Uint8Array): Published {
  let read: Partial<Published> | null;
  try {
    read = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Published> | null;
  } catch (error) {
    throw new DatabaseUnavailable("damaged", "datapackage.json is cut short or damaged", { cause: error });
  }
  const whole =
    typeof read?.dataVersion === "string" &&
    Array.isArray(read.resources) &&
    read.resources.length > 0 &&
    read.resources.every(
      (resource) =>
        typeof resource?.name === "string" &&
        typeof resource.rows === "number" &&
        Array.isArray(resource.schema?.fields),
    );
  if (!whole) throw new DatabaseUnavailable("damaged", "datapackage.json does not describe the tables");
  return read as Published;
}

/** @throws DatabaseUnavailable unless the file is this table, of this version, whole */
function checkTable(
  { name, rows, schema }: Published["resources"][number],
  file: Uint8Array,
  version: string,
): void {
  const damaged = (words: string, cause?: unknown) =>
    new DatabaseUnavailable("damaged", `${name}.arrow ${words}`, { cause });
  let table: ReturnType<typeof readTableFile>;
  try {
    table = readTableFile(file);
  } catch (error) {
    throw damaged((error as Error).message, error);
  }
  const { metadata, fields } = table.schema;
  const told = metadata?.get("table");
  if (told !== name) throw damaged(told ? `holds another table: ${told}` : "holds something else");
  const other = metadata?.get("version");
  if (other !== version)
    throw new DatabaseUnavailable(
      "newer",
      `${name}.arrow has version ${other ?? "none"}, datapackage.json ${version}`,
    );
  if (fields.map((field) => field.name).join() !== schema.fields.map((field) => field.name).join())
    throw damaged("has other columns than datapackage.json says");
  if (table.numRows !== rows) throw damaged(`has ${table.numRows} rows instead of ${rows}`);
}
