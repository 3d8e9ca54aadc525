import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * What Framework's pages lack and its config cannot reach: the language, a zoomable view, and a policy that lets no
 * page ask another host for anything. Written into every page after the build.
 * @throws when a page does not look as expected, so that an upgrade of Framework cannot switch this off silently
 */
export function finishSite(folder: string): void {
  const hashes = new Set<string>();
  const pages = filesUnder(folder).filter((path) => path.endsWith(".html"));
  for (const path of pages) {
    const finished = finishPage(readFileSync(path, "utf8"), relative(folder, path));
    writeFileSync(path, finished.html);
    for (const hash of finished.hashes) hashes.add(hash);
  }
  writeFileSync(join(folder, "_headers"), headersFile(contentSecurityPolicy([...hashes].sort())));
  rmSync(join(folder, "_observablehq", "minisearch.json"), { force: true });
}

/** A page with language, view, content-security-policy and the hashes of its inline scripts. */
export function finishPage(html: string, name: string): { html: string; hashes: string[] } {
  const replaceOnce = (text: string, from: string, to: string) => {
    if (text.split(from).length !== 2)
      throw new Error(`${name}: expected ${from} exactly once; has Framework changed its pages?`);
    return text.replace(from, () => to);
  };
  let page = replaceOnce(html, "<html>", '<html lang="en-GB">');
  page = replaceOnce(page, ", maximum-scale=1", "");
  page = page.replace(/<meta name="generator"[^>]*>\n?/, "");
  const hashes = inlineScripts(page).map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const policy = contentSecurityPolicy(hashes);
  // First in the head: a policy binds only what comes after it.
  page = replaceOnce(
    page,
    '<meta charset="utf-8">',
    `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  return { html: page, hashes };
}

/** The text of every script that stands in the page itself. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
}

/**
 * No other host for anything. `wasm-unsafe-eval` lets DuckDB's WebAssembly run, `blob:` its worker (which so inherits
 * this policy) and downloads; inline styles are what Plot draws with.
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

/** Headers in the form that static hosts read (`_headers`). */
function headersFile(policy: string): string {
  return `/*
  Content-Security-Policy: ${policy}; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), microphone=(), geolocation=()
  Cross-Origin-Opener-Policy: same-origin
`;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}
