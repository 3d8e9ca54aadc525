import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Which site a folder holds, for the person whose build has failed: "dist/ still holds the site built on 28 November
 * 2026, 14:02, with data 3f2a91bc."
 * @param folder of the site
 * @param name of the folder in the sentence, such as "dist/"
 */
export function lastSite(folder: string, name: string): string {
  const built = statSync(join(folder, "index.html"), { throwIfNoEntry: false })?.mtime;
  if (!built) return `There is no earlier site in ${name}.`;
  const day = built.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const time = built.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const version = versionOf(folder);
  const data = version === undefined ? "; of which data, it does not say" : `, with data ${version}`;
  return `${name} still holds the site built on ${day}, ${time}${data}.`;
}

/** Version of the data that the site was built from; undefined where it does not say. */
export function versionOf(folder: string): string | undefined {
  try {
    const { dataVersion } = JSON.parse(readFileSync(join(folder, "data/datapackage.json"), "utf8")) as {
      dataVersion?: unknown;
    };
    return typeof dataVersion === "string" ? dataVersion : undefined;
  } catch {
    return undefined;
  }
}
