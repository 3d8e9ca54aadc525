import { readEvidence } from "../../loaders/evidence.js";
import { dataVersion } from "../../loaders/version.js";
import { writeOutput } from "../../loaders/write-output.js";
import { finderData, readRegister } from "../practices/finder-data.js";

const evidence = readEvidence();

await writeOutput(() =>
  JSON.stringify(
    finderData(
      readRegister((table) => evidence.get(table)?.rows ?? []),
      dataVersion(),
    ),
  ),
);
