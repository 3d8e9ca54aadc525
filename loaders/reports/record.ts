import { dataVersion } from "../version.js";
import { recordValues } from "./record-values.js";

/**
 * `npm run record-values`: keeps what every figure and claim of the published reports says, in `src/reports/record.json`,
 * and adds what changed since to the feed.
 */
const changes = await recordValues(new Date().toISOString().slice(0, 10), dataVersion());
for (const { report, id, now } of changes) console.log(`/reports/${report}#${id}: ${now}`);
console.log(
  changes.length === 0
    ? "Nothing changed in the published reports since they were recorded."
    : `${changes.length} value${changes.length === 1 ? "" : "s"} changed: the feed says so. Commit src/reports/record.json.`,
);
