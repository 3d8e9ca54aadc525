/** Text of a page up to the end of its head, where Framework puts every script, and the rest. */
export function splitHead(html: string, name: string): [head: string, rest: string] {
  const end = html.indexOf("</head>");
  if (end < 0) throw new Error(`${name}: has no head; has Framework changed its pages?`);
  return [html.slice(0, end), html.slice(end)];
}

/** The text of every script that stands in the page's head itself. Names from data stand below it, and are no scripts. */
export function inlineScripts(html: string): string[] {
  const [head] = splitHead(html, "page");
  return [...head.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
}

/** What an address in a page leads to: a path from the site's root, or null where that is not a file of this site. */
export function sitePath(address: string, name: string): string | null {
  const { origin, pathname } = new URL(address, `http://site.invalid/${name}`);
  return origin === "http://site.invalid" ? decodeURIComponent(pathname.slice(1)) : null;
}

/** The way from a page to the site's root: "./", "../". */
export function wayToRoot(name: string): string {
  return "../".repeat(name.split("/").length - 1) || "./";
}

const scriptSource = /(<script\b[^>]*\ssrc=")([^"]+)(")/g;
const importedModule = /(\bfrom\s*["']|\bimport\s*\(?\s*["'])([^"'\n]+)(["'])/g;

/** Replaces the addresses of scripts in a head: those of `src`, and those that inline scripts import. */
export function replaceScripts(head: string, replace: (address: string) => string): string {
  const inPlace = (_all: string, before: string, address: string, after: string) =>
    before + replace(address) + after;
  return head
    .replace(scriptSource, inPlace)
    .replace(/(<script(?![^>]*\ssrc=)[^>]*>)([\s\S]*?)(<\/script>)/g, (_all, open, script: string, close) =>
      [open, script.replace(importedModule, inPlace), close].join(""),
    );
}

/** Paths from the site's root of the modules that a page loads or imports itself, Framework's own left out. */
export function modulesOf(html: string, name: string): string[] {
  const modules = new Set<string>();
  replaceScripts(splitHead(html, name)[0], (address) => {
    const path = sitePath(address, name);
    if (path !== null && isModule(path)) modules.add(path);
    return address;
  });
  return [...modules];
}

/** True for what Framework made of the modules of `src` and of `node_modules`. */
export function isModule(path: string): boolean {
  return /^_(import|node)\/.*\.js$/.test(path);
}

/** Paths from the site's root of all that a page's head makes the browser fetch. */
export function fetchedFiles(html: string, name: string): string[] {
  const [head] = splitHead(html, name);
  const addresses = [...head.matchAll(/<link\b[^>]*\shref="([^"]+)"/g)].map((match) => match[1]!);
  replaceScripts(head, (address) => {
    addresses.push(address);
    return address;
  });
  return addresses.flatMap((address) => {
    const path = sitePath(address, name);
    // In a script, words such as "from 'x'" may be part of a query: Framework's files start with "_".
    return path?.startsWith("_") ? [path] : [];
  });
}
