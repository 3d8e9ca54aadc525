import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseHTML } from "linkedom";
import { afterEach, describe, expect, it } from "vitest";
import { contentSecurityPolicy, finishSite, inlineScripts } from "../../../loaders/site/finish.js";
import { headersFile } from "../../../loaders/site/headers-file.js";
import { inlineStyle } from "../../../loaders/site/inline-style.js";
import { splitStyle } from "../../../loaders/site/split-style.js";
import { serveSite } from "../../../loaders/site/serve.js";

const style = "_import/style.0123abcd.css";
const start = "_import/start/start.0123abcd.js";
const cell = `define({id: "1", body: async () => { const {sql} = await import("../_import/database/sql.0123abcd.js"); }});`;
const withCells = `\n\nimport {define} from "../_observablehq/client.0123abcd.js";\n\n${cell}\n\n`;

/** A page as Framework writes it. */
function frameworkPage(
  root = "./",
  script = `\n\nimport "${root}_observablehq/client.0123abcd.js";\n\n`,
): string {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<title>Page | Arrivals</title>
<link rel="preload" as="style" href="${root}${style}">
<link rel="stylesheet" type="text/css" href="${root}${style}">
<link rel="modulepreload" href="${root}_observablehq/client.0123abcd.js">
<link rel="modulepreload" href="${root}_observablehq/runtime.0123abcd.js">
<link rel="modulepreload" href="${root}${start}">
<script type="module" src="${root}${start}"></script>
<script type="module">${script}</script>
</head>
<body><main><p title="<script>alert('a name')</script>">Text with ../_import/start/start.0123abcd.js</p></main></body>
</html>
`;
}

/** A site as Framework builds it: a page without cells and one with them, one folder down. */
const built: Record<string, string> = {
  "index.html": frameworkPage(),
  "guide/sql.html": frameworkPage("../", withCells),
  [style]: "body{color:#123456}",
  [start]: `if (document.querySelector("figure")) void import("./live.0123abcd.js").then(({ hydrate }) => hydrate());`,
  "_import/start/live.0123abcd.js": `import { root } from "../components/site-root.0123abcd.js";
export const hydrate = async () => console.log(root, await import("../database/open.0123abcd.js"));`,
  "_import/components/site-root.0123abcd.js": `export const root = new URL("../../", import.meta.url);`,
  "_import/database/open.0123abcd.js": `import { root } from "../components/site-root.0123abcd.js";
import { lib } from "../../_node/lib@1.0.0/index.0123abcd.js";
export const open = { instance: "the one database", root, lib };`,
  "_import/database/sql.0123abcd.js": `import { FileAttachment } from "../../_observablehq/stdlib.0123abcd.js";
import { open } from "./open.0123abcd.js"; export const sql = () => [open, FileAttachment];`,
  "_node/lib@1.0.0/index.0123abcd.js": `export const lib = "used"; export const rest = "never used";`,
  "_observablehq/client.0123abcd.js": "export const define = () => {};",
  "_observablehq/stdlib.0123abcd.js": `export const FileAttachment = "theirs";`,
  "_observablehq/runtime.0123abcd.js": "",
  "data/table.csv": "a\n1\n",
};

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes the site into a folder of its own, with files added, changed or (`null`) left out. */
function site(changes: Record<string, string | null> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-site-"));
  made.push(folder);
  for (const [name, text] of Object.entries({ ...built, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

async function finished(changes: Record<string, string | null> = {}) {
  const folder = site(changes);
  await finishSite(folder);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const page = (name: string) => parseHTML(read(name)).document;
  return { folder, read, page };
}

const bundles = (folder: string) => readdirSync(join(folder, "_import/app")).sort();
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const attribute = (document: Document, selector: string, name: string) =>
  [...document.querySelectorAll(selector)].map((node) => node.getAttribute(name)!);

describe("finishSite(folder)", () => {
  it("gives every page its language, a view that zooms, and the policy first in its head", async () => {
    const { page, read } = await finished();
    for (const name of ["index.html", "guide/sql.html"]) {
      const document = page(name);
      expect(document.documentElement.getAttribute("lang")).toBe("en-GB");
      expect(attribute(document, "meta[name=viewport]", "content")).toEqual([
        "width=device-width, initial-scale=1",
      ]);
      expect(document.querySelectorAll("meta[name=generator]")).toHaveLength(0);
      const [first, second] = [...document.head.children];
      expect(first!.getAttribute("charset")).toBe("utf-8");
      const scripts = [...document.head.querySelectorAll("script:not([src])")].map((one) => one.textContent);
      expect(scripts).toEqual(inlineScripts(read(name)));
      expect(second!.getAttribute("content")).toBe(contentSecurityPolicy(scripts.map(hashOf)));
    }
  });

  it("allows no script that only stands in a name", async () => {
    const { read } = await finished();
    expect(read("index.html")).toContain("<script>alert('a name')</script>");
    expect(read("index.html")).not.toContain(hashOf("alert('a name')"));
    expect(read("_headers")).not.toContain(hashOf("alert('a name')"));
  });

  it("drops Framework's client where a page has no cells, and keeps it where it has", async () => {
    const { page, read } = await finished();
    expect(read("index.html")).not.toContain("_observablehq");
    expect(page("index.html").querySelectorAll("script")).toHaveLength(2 - 1);
    expect(read("guide/sql.html")).toContain(
      `import {define} from "../_observablehq/client.0123abcd.js";\n\ndefine(`,
    );
    expect(attribute(page("guide/sql.html"), "link[rel=modulepreload]", "href")).toContain(
      "../_observablehq/runtime.0123abcd.js",
    );
  });

  it("puts bundles where pages named modules, from every depth, and leaves text alone", async () => {
    const { folder, page, read } = await finished();
    const file = (start: string) => bundles(folder).find((name) => name.startsWith(start))!;
    expect(attribute(page("index.html"), "script", "src")).toEqual([`./_import/app/${file("start-start-")}`]);
    const [script] = inlineScripts(read("guide/sql.html"));
    expect(script).toContain(`await import("../_import/app/${file("database-sql-")}")`);
    expect(attribute(page("guide/sql.html"), "script[src]", "src")).toEqual([
      `../_import/app/${file("start-start-")}`,
    ]);
    expect(page("index.html").querySelector("main")!.textContent).toContain(
      "../_import/start/start.0123abcd.js",
    );
  });

  it("asks early for all that a page's bundles import at once, and only for files that exist", async () => {
    const { folder, page } = await finished();
    const early = attribute(page("guide/sql.html"), "link[rel=modulepreload]", "href").filter((address) =>
      address.includes("/app/"),
    );
    expect(early.length).toBeGreaterThan(1);
    for (const address of early) expect(existsSync(join(folder, "guide", address)), address).toBe(true);
    expect(attribute(page("index.html"), "link[rel=modulepreload]", "href")).toEqual([]);
  });

  it("bundles one database for all pages, without what nobody uses, and leaves the modules where they were", async () => {
    const { folder, read } = await finished();
    const texts = bundles(folder).map((name) => read(`_import/app/${name}`));
    const holding = (words: string) => texts.filter((text) => text.includes(words)).length;
    expect([holding("the one database"), holding("never used")]).toEqual([1, 0]);
    expect(holding("theirs")).toBe(0);
    expect(texts.join()).toContain(`"../../_observablehq/stdlib.0123abcd.js"`);
    expect(texts.join()).toMatch(/new URL\("\.\.\/\.\.\/",\s*import\.meta\.url\)/);
    for (const name of Object.keys(built)) expect(existsSync(join(folder, name)), name).toBe(true);
  });

  it("gives bundles the same names for the same modules, wherever the site is built", async () => {
    const [one, two, other] = [
      await finished(),
      await finished(),
      await finished({ "_import/components/site-root.0123abcd.js": "export const root = 1;" }),
    ];
    expect(bundles(one.folder)).toEqual(bundles(two.folder));
    expect(bundles(one.folder)).not.toEqual(bundles(other.folder));
  });

  it("links what is for paper, in a file named by what it holds", async () => {
    const { page, folder, read } = await finished({
      [style]: "body{color:#123456}@page{size:A4}@media print{nav{display:none}}p{margin:0}",
    });
    const [file] = readdirSync(join(folder, "_import")).filter((name) =>
      /^paper\.[0-9a-f]{8}\.css$/.test(name),
    );
    expect(read(`_import/${file}`)).toBe("@page{size:A4}@media print{nav{display:none}}");
    for (const [name, root] of [
      ["index.html", "./"],
      ["guide/sql.html", "../"],
    ] as const) {
      expect(page(name).querySelector("head style")!.textContent).toMatch(
        /^body\{color:#123456\}p\{margin:0\}@media screen/,
      );
      expect(attribute(page(name), "style + link[rel=stylesheet][media=print]", "href")).toEqual([
        `${root}_import/${file}`,
      ]);
    }
  });

  it("puts the style into the page; figures below the first wait, on screens", async () => {
    const { page } = await finished();
    for (const name of ["index.html", "guide/sql.html"]) {
      expect(page(name).querySelectorAll("link[rel=stylesheet], link[rel=preload]")).toHaveLength(0);
      expect(page(name).querySelector("head style")!.textContent).toMatch(
        /^body\{color:#123456\}@media screen and \(scripting:enabled\)\{html:not\(\[data-shown\],:has\(:target\)\) :is\(figure\.figure~figure\.figure,\.workbench-more\)\{content-visibility:auto;/,
      );
    }
  });

  const page = frameworkPage();
  it.each([
    ["another html tag", page.replace("<html>", '<html class="x">'), "<html> exactly once"],
    ["no head", page.replace("</head>", ""), "has no head"],
    ["another viewport", page.replace(", maximum-scale=1", ""), ", maximum-scale=1 exactly once"],
    ["no charset", page.replace('<meta charset="utf-8">', ""), "charset"],
    ["no client", page.replaceAll("_observablehq/client.", "_observablehq/other."), "_observablehq/client"],
    ["no style", page.replace(/<link rel="(stylesheet|preload)".*>\n/g, ""), "a stylesheet"],
    ["another style link", page.replace("</title>", '</title><link rel=stylesheet href="x.css">'), "of another form"],
    ["a style of another host", page.replace(`="./${style}">\n<link rel="m`, '="https://x/y.css">\n<link rel="m'), "another host"],
    ["no script", page.replace(/<script type="module" src.*\n/, ""), "a script of the site's own"],
    ["a missing file", page.replace("<title>", '<link rel="icon" href="./_file/no.svg"><title>'), "names _file/no.svg"],
    ["a missing module", page.replace(`src="./${start}`, 'src="./_import/no.js'), "_import/no.js"],
  ])("fails loudly for a page with %s", async (_what, html, words) => {
    expect(html).not.toBe(page);
    await expect(finishSite(site({ "index.html": html }))).rejects.toThrow(words);
  }); // prettier-ignore

  it.each([
    [
      "imports what is not there",
      { "_node/lib@1.0.0/index.0123abcd.js": null },
      /which is not there|Could not resolve/,
    ],
    [
      "imports a name that is not there",
      { "_node/lib@1.0.0/index.0123abcd.js": "" },
      /^_import\/database\/open\.0123abcd\.js.*"lib" is not exported by "_node\/lib@1\.0\.0\/index\.0123abcd\.js"/,
    ],
    [
      "asks for its place and stands elsewhere",
      {
        [start]: `import "../deep/down/place.0123abcd.js";`,
        "_import/deep/down/place.0123abcd.js": "console.log(import.meta.url);",
      },
      /one folder below src/,
    ],
  ])("fails loudly where a module %s", async (_what, changes, words) => {
    await expect(finishSite(site(changes))).rejects.toThrow(words);
  });

  it("fails where there are no pages", async () => {
    await expect(finishSite(site({ "index.html": null, "guide/sql.html": null }))).rejects.toThrow(
      "no pages",
    );
  });
});

describe("inlineStyle(css, name)", () => {
  it.each([
    "a{}</style><script>",
    "@import 'x.css';",
    "a{background:url(x.png)}",
    'a{background:url("x.png")}',
  ])("refuses %s", (css) => expect(() => inlineStyle(css, "style.css")).toThrow(/^style\.css: /));

  it("takes pictures that stand in the style itself", () => {
    expect(inlineStyle("a{background:url(data:image/png;base64,AA==)}", "style.css").inline).toContain(
      "AA==",
    );
  });
});

describe("inlineStyle(css, name): the scales", () => {
  it("are written out where they are used, and other variables are left", () => {
    const css =
      ":root{--ink:#000;--step-1:.75rem;--space-1:2px}a{color:var(--ink);font:var(--step-1)/1 b;margin:0 var(--space-1)}";
    expect(inlineStyle(css, "style.css").inline).toContain(
      "<style>:root{--ink:#000}a{color:var(--ink);font:.75rem/1 b;margin:0 2px}",
    );
  });

  it("keeps a name that has no value", () => {
    expect(inlineStyle("a{margin:var(--space-9)}", "style.css").inline).toContain("margin:var(--space-9)");
  });
});

describe("splitStyle(css)", () => {
  it.each([
    ["@media print{a{b:c}}", "", "@media print{a{b:c}}"],
    ['@page x{@bottom-left{content:"}"}}a{}', "a{}", '@page x{@bottom-left{content:"}"}}'],
    ["a{}@media print and (min-width:600px){b{}}c{}", "a{}c{}", "@media print and (min-width:600px){b{}}"],
    ["@media print,screen{a{}}", "@media print,screen{a{}}", ""],
    ["@media not print{a{}}", "@media not print{a{}}", ""],
    ["@media screen{@media print{a{}}}", "@media screen{@media print{a{}}}", ""],
    ['@charset "utf-8";a{}\n@media print{b{}}', '@charset "utf-8";a{}', "\n@media print{b{}}"],
    ["", "", ""],
  ])("of %s", (css, screen, paper) => expect(splitStyle(css)).toEqual({ screen, paper }));
});

describe("headersFile(pages, policy)", () => {
  it("lets the page for lost addresses run below a folder, where hosts answer with it", () => {
    const pages = new Map([
      ["404.html", ["lost"]],
      ["guide/index.html", ["a"]],
    ]);
    const rules = headersFile(pages, (hashes) => `only ${hashes.join(" ")}`);
    expect(rules).toContain("/guide/*\n  Content-Security-Policy: only a lost\n");
    expect(rules).toContain("/guide\n  Content-Security-Policy: only a\n");
  });

  it("has a rule for each way to a page at the top, and one for each folder of pages", () => {
    const pages = new Map([
      ["index.html", []],
      ["compare.html", ["c"]],
      ["guide/index.html", ["b", "a"]],
      ["guide/deep/sql.html", ["a"]],
    ]);
    const rules = headersFile(pages, (hashes) => `only ${hashes.join(" ")}`.trim());
    const policies = [...rules.matchAll(/^(\/\S*)\n {2}Content-Security-Policy: (.*)$/gm)].map((match) =>
      match.slice(1),
    );
    expect(policies).toEqual([
      ["/", "only"],
      ["/index", "only"],
      ["/index.html", "only"],
      ["/compare", "only c"],
      ["/compare.html", "only c"],
      ["/guide", "only a b"],
      ["/guide/*", "only a b"],
    ]);
    expect(rules).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n/);
  });

  it("is read by serve: pages have the policy, other files the rest, bundles are kept for ever", async () => {
    const { folder, read } = await finished();
    const served = await serveSite(folder);
    const headers = async (path: string) => (await fetch(served.url + path)).headers;
    try {
      for (const path of [
        "",
        "?a=/guide/",
        "index.html",
        "%69ndex.html",
        "guide/sql",
        "guide/sql.html",
        "guide/no",
      ])
        expect((await headers(path)).get("content-security-policy"), path).toMatch(
          /^default-src 'self'.*frame-ancestors 'self'$/,
        );
      expect((await headers("guide/sql")).get("content-security-policy")).toContain(
        hashOf(inlineScripts(read("guide/sql.html"))[0]!),
      );
      const bundle = `_import/app/${bundles(folder)[0]}`;
      for (const path of ["data/table.csv", bundle, style, "guidelines", "no-such-page"]) {
        expect((await headers(path)).get("content-security-policy"), path).toBeNull();
        expect((await headers(path)).get("x-content-type-options"), path).toBe("nosniff");
        expect((await headers(path)).get("x-frame-options"), path).toBe("SAMEORIGIN");
      }
      expect((await headers(bundle)).get("cache-control")).toContain("immutable");
      expect((await headers("data/table.csv")).get("cache-control")).toBe("no-cache");
    } finally {
      await served.close();
    }
  });
});
