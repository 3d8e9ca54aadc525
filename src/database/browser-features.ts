import { DatabaseUnavailable } from "./errors.js";

/** What the database needs of a browser beyond what the rest of the site does, and which have it. */
const needed = {
  Worker:
    "which runs scripts in the background: every browser has had it since 2012, so look in its settings",
  DecompressionStream:
    "which unpacks files: Chrome and Edge have it from version 80, Firefox from 113, Safari from 16.4",
  "exceptions in WebAssembly":
    "Chrome and Edge have them from version 95, Firefox from 100, Safari from 15.2",
};

/** What to throw for a feature that is not there. */
export function missing(feature: keyof typeof needed): DatabaseUnavailable {
  return new DatabaseUnavailable("old-browser", `it lacks ${feature}, ${needed[feature]}`);
}

/** @throws DatabaseUnavailable that names the feature without which nothing need be fetched */
export function checkBrowser(): void {
  if (typeof WebAssembly !== "object") throw new DatabaseUnavailable("no-webassembly");
  if (typeof Worker !== "function") throw missing("Worker");
}
