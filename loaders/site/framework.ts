import { join } from "node:path";
import { projectFolder } from "./paths.js";

/** Where Framework is installed. */
export const frameworkFolder = join(projectFolder, "node_modules/@observablehq/framework");

/** Framework's command, to be run with this Node. */
export const frameworkCommand = join(frameworkFolder, "dist/bin/observable.js");

/** Its environment: no usage reports to another host. */
export function frameworkEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...more };
}
