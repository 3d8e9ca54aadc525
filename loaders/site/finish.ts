import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { bundleScripts, type Bundle } from "./bundle-scripts.js";
import { changed } from "./changed-page.js";
import { headersFile } from "./headers-file.js";
import { pageStyles, withStyle, type StyleTags } from "./page-styles.js";
import {
  fetchedFiles,
  inlineScripts,
  isModule,
  modulesOf,
  replaceScripts,
  sitePath,
  splitHead,
  wayToRoot,
} from "./page-scripts.js";

export { inlineScripts } from "./page-scripts.js";

/** What pages are finished with. */
export interface Parts {
  /** Bundles by the module that the page names. */
  bundles: ReadonlyMap<string, Bundle>;
  /** Stylesheets, as tags in the head of a page. */
  style: StyleTags;
}

/**
 * What Framework's pages lack and its config cannot reach: the language, a zoomable view, a policy that lets no page
 * ask another host for anything, and few requests: scripts in bundles, the style in the page, but for what is for paper
 * alone. Written after the build.
 * @returns paths from the site's root of the modules that stand in bundles
 * @throws when a page does not look as expected, so that an upgrade of Framework cannot switch this off silently
 */
export async function finishSite(folder: string): Promise<string[]> {
  const pages = filesUnder(folder)
    .filter((path) => path.endsWith(".html"))
    .map((path) => ({ name: relative(folder, path).replaceAll(sep, "/"), html: readFileSync(path, "utf8") }));
  if (!pages.length) throw new Error(`${folder} holds no pages`);
  const named = new Set(pages.flatMap(({ name, html }) => modulesOf(html, name)));
  const { bundles, modules } = await bundleScripts(folder, [...named].sort());
  const parts: Parts = { bundles, style: pageStyles(folder) };
  const hashes = new Map<string, string[]>();
  for (const { name, html } of pages) {
    const finished = finishPage(html, name, parts);
    const missing = fetchedFiles(finished.html, name).filter((path) => !existsSync(join(folder, path)));
    if (missing.length) throw new Error(`${name}: names ${missing.join(", ")}, which the site does not have`);
    writeFileSync(join(folder, name), finished.html);
    hashes.set(name, finished.hashes);
  }
  const policy = (scripts: string[]) => `${contentSecurityPolicy(scripts)}; frame-ancestors 'self'`;
  writeFileSync(join(folder, "_headers"), headersFile(hashes, policy));
  rmSync(join(folder, "_observablehq", "minisearch.json"), { force: true });
  return modules;
}

/**
 * A page as it is published, and the hashes of its inline scripts.
 * @param name path of its file from the site's root: "guide/sql.html"
 * @throws when it does not look as expected
 */
function finishPage(html: string, name: string, parts: Parts): { html: string; hashes: string[] } {
  const [start, rest] = splitHead(html, name);
  const lang = /<meta name="language" content="([\w-]+)">/.exec(start)?.[1] ?? "en-GB";
  let head = replaceOnce(withoutSigns(start), "<html>", `<html lang="${lang}">`, name);
  head = replaceOnce(head, ", maximum-scale=1", "", name);
  head = head.replace(/<meta name="generator"[^>]*>\n?/, "");
  head = withoutIdleClient(head, name);
  head = withBundles(head, name, parts.bundles);
  head = withStyle(head, name, parts.style);
  const hashes = inlineScripts(head + rest).map(hashOf);
  // First in the head: a policy binds only what comes after it.
  head = replaceOnce(
    head,
    '<meta charset="utf-8">',
    `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(hashes)}">`,
    name,
  );
  return { html: head + rest, hashes };
}

/**
 * What a page says of itself, with the signs of tags written out: a title that names "<script>" is no script to what reads
 * the head below.
 */
function withoutSigns(head: string): string {
  return head.replace(/<meta\b(?:[^>"]|"[^"]*")*>/g, (tag) =>
    tag.replace(/"[^"]*"/g, (value) => value.replaceAll("<", "&lt;").replaceAll(">", "&gt;")),
  );
}

/** Framework's client runs a page's cells: a page without any does not fetch it. */
function withoutIdleClient(head: string, name: string): string {
  const client = /<script type="module">(?=[^<]*\/_observablehq\/client\.)[\s\S]*?<\/script>\n?/g;
  const [script, ...more] = head.match(client) ?? [];
  if (!script || more.length) throw changed(name, "one inline script that imports _observablehq/client");
  if (!/^<script type="module">\s*import "[^"]+";\s*<\/script>\n?$/.test(script)) return head;
  return head
    .replace(client, "")
    .replace(/<link rel="modulepreload" href="[^"]*\/_observablehq\/[^"]*">\n?/g, "");
}

/** Puts bundles in the place of modules, and what they import at once before them. */
function withBundles(head: string, name: string, bundles: Parts["bundles"]): string {
  const root = wayToRoot(name);
  const early = new Set<string>();
  const loaded = new Set<string>();
  let page = replaceScripts(head, (address) => {
    const path = sitePath(address, name);
    if (path === null || !isModule(path)) return address;
    const bundle = bundles.get(path);
    if (!bundle) throw new Error(`${name}: no bundle was made of ${path}`);
    for (const file of [bundle.path, ...bundle.imports]) early.add(file);
    if (head.includes(` src="${address}"`)) loaded.add(bundle.path);
    return root + bundle.path;
  });
  if (!loaded.size) throw changed(name, "a script of the site's own");
  page = page.replace(/<link rel="modulepreload" href="[^"]*\/_(import|node)\/[^"]*">\n?/g, "");
  const links = [...early]
    .filter((file) => !loaded.has(file))
    .map((file) => `<link rel="modulepreload" href="${root}${file}">\n`);
  return page.replace(/<script\b/, (tag) => links.join("") + tag);
}

function replaceOnce(text: string, from: string, to: string, name: string): string {
  if (text.split(from).length !== 2) throw changed(name, `${from} exactly once`);
  return text.replace(from, () => to);
}

function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/**
 * No other host for anything. `wasm-unsafe-eval` lets DuckDB's WebAssembly run, `blob:` its worker (which so inherits
 * this policy) and downloads; inline styles are the stylesheet and what Plot draws with.
 */
export function contentSecurityPolicy(scriptHashes: string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${scriptHashes.join(" ")}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join("; ");
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}
