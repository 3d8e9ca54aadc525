import type { Page, Route } from "playwright-core";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { inject } from "vitest";

/** What may be wrong with a file of the site. */
export const faults = ["missing", "empty", "cut", "foreign", "late"] as const;
/** Besides: text, or another file of the site, in its place. */
export type Fault = (typeof faults)[number] | `as ${string}` | `like ${string}`;

const folder = inject("siteFolder");
const siteFiles = filesUnder(folder);

/**
 * The file of the built site whose path matches; bundles have hashes in their names.
 * @param holding text that it holds, where several are named alike
 */
export function siteFile(path: RegExp, holding = ""): string {
  const found = siteFiles.filter(
    (file) => path.test(file) && readFileSync(join(folder, file), "utf8").includes(holding),
  );
  if (found.length !== 1)
    throw new Error(`${path} with “${holding}” is ${found.join(", ") || "no file"} of the site`);
  return found[0]!;
}

/**
 * Serves a page one file that is not as it should be.
 * @returns `asked` resolves once the file has been asked for
 */
export async function breakFile(page: Page, file: string, fault: Fault): Promise<{ asked: Promise<void> }> {
  let tell: () => void;
  const asked = new Promise<void>((resolve) => (tell = resolve));
  await page.route(
    (url) => url.pathname === `/${file}`,
    (route) => {
      tell();
      return answer(route, file, fault);
    },
  );
  return { asked };
}

const types: Record<string, string> = { js: "text/javascript", json: "application/json" };

async function answer(route: Route, file: string, fault: Fault): Promise<void> {
  const contentType = types[file.split(".").pop()!] ?? "application/octet-stream";
  const whole = readFileSync(join(folder, file));
  switch (fault) {
    case "missing":
      return route.fulfill({ status: 404, contentType: "text/plain", body: "no such file" });
    case "empty":
      return route.fulfill({ contentType, body: "" });
    case "cut":
      return route.fulfill({ contentType, body: whole.subarray(0, Math.floor(whole.length / 2)) });
    case "foreign":
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Sign in</title>" });
    case "late":
      return; // Nobody answers, until the page is closed.
    default:
      if (fault.startsWith("like "))
        return route.fulfill({ contentType, body: readFileSync(join(folder, fault.slice("like ".length))) });
      return route.fulfill({ contentType, body: fault.slice("as ".length) });
  }
}

function filesUnder(root: string, below = root): string[] {
  return readdirSync(below).flatMap((name) => {
    const path = join(below, name);
    return statSync(path).isDirectory() ? filesUnder(root, path) : [relative(root, path)];
  });
}
