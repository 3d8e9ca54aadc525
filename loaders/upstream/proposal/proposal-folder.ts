import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../site/paths.js";
import type { Outcome } from "../outcome.js";

/** What a refresh tells with `--json`. */
export interface Fetched {
  outcomes: Outcome[];
  /** Tables that were made anew of the snapshots, and why others could not be. */
  derived: { made: string[]; problems: string[] };
  /** Why it could not begin; left out where it did. */
  fault?: string;
}

/** Where the steps of the workflow Refresh leave what the next ones read; its YAML names it too. */
const proposalFolder = join(projectFolder, ".cache", "proposal");

/** A file of that folder, which is made where it is not there. */
export function proposalFile(
  name: "fetched.json" | "review.md" | "check.txt" | "build.txt" | "body.md",
): string {
  mkdirSync(proposalFolder, { recursive: true });
  return join(proposalFolder, name);
}
