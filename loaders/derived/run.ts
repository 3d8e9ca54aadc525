import { EvidenceError, formatFault } from "../evidence-fault.js";
import { dataFolder } from "../package.js";
import { deriveTables } from "./derive.js";

/** `npm run derive`: makes anew the tables that are worked out from others, where something they are made of has changed. */
try {
  const made = await deriveTables(dataFolder);
  console.log(
    made.length ? `made anew: ${made.join(", ")}` : "nothing has changed: every derived table is up to date",
  );
} catch (error) {
  console.error(
    error instanceof EvidenceError ? error.problems.map(formatFault).join("\n") : (error as Error).message,
  );
  process.exitCode = 1;
}
