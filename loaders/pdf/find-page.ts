import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { writeNearestAddress } from "../pages/nearest.js";
import { draftFiles } from "../reports/published.js";
import { readAskedPath } from "../site/asked-path.js";
import { lookUp } from "../site/site-file.js";
import { UsageFault } from "./usage.js";

/** A page of the built site. */
export interface SitePage {
  /** Its own address, query and hash: "/cities/?sort=name" for "/cities?sort=name". */
  address: string;
  /** Last part of its path: "lisbon", "cities"; "arrivals" for the first page. */
  name: string;
}

/**
 * The page that an address leads to.
 * @param folder of the built site
 * @throws UsageFault with the nearest addresses where the site has no such page; Error where there is no site
 */
export async function findPage(folder: string, address: string): Promise<SitePage> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error("there is no site in dist/: run npm run build first");
  const [target = ""] = address.split("#", 1);
  const asked = readAskedPath(target);
  if (!asked) throw new UsageFault(`${JSON.stringify(address)} cannot be read: a % in it has no two digits`);
  const found = await lookUp(folder, asked);
  if (found.kind === "moved") return findPage(folder, found.address + address.slice(target.length));
  const page = found.kind === "file" ? found.file : found.kind === "lost" ? found.page : undefined;
  await page?.handle.close();
  if (found.kind === "unreadable") throw found.error;
  const path = `/${asked.names.join("/")}`;
  if (found.kind !== "file" || found.file.path === "404.html") throw lostPage(folder, path);
  if (!found.file.path.endsWith(".html"))
    throw new UsageFault(`${path} is a file and no page: it lies in dist/${found.file.path}`);
  const name = asked.names.at(-1)?.replace(/\.html$/, "");
  return { address, name: !name || path === "/index.html" ? "arrivals" : name };
}

/** Why there is no page at a path. */
function lostPage(folder: string, path: string): UsageFault {
  return new UsageFault(
    draftFiles().includes(`src${path}.md`)
      ? `${path} is a draft, which no build publishes: write "status: published" in src${path}.md, and run npm run build`
      : `there is no page ${path}: ${writeNearestAddress(path, pagesOf(folder))}`,
  );
}

/** Addresses of all pages. */
function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && file !== "404.html")
    .map((file) => `/${file.split(sep).join("/")}`.replace(/\.html$/, "").replace(/\/index$/, "/"))
    .sort();
}
