import { filesOfReports } from "./report-files.js";
import { withGround } from "./report-ground.js";

/**
 * One of the files about reports, for a loader of a preview.
 * @param path below the site's root: "feed.xml"
 * @throws where no published report has it
 */
export async function reportFile(path: string): Promise<Uint8Array | string> {
  const file = (await withGround((ground) => filesOfReports(ground))).get(path);
  if (file === undefined) throw new Error(`no published report has the file /${path}`);
  return file;
}
