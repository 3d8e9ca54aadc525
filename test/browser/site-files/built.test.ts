import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { describe, expect, inject, it } from "vitest";
import { startsFormula } from "../../../src/components/formula.js";
import { dataFolder, readPackage, type FieldType } from "../../../loaders/package.js";
import type { PublishedPackage } from "../../../loaders/published-package.js";
import { contentSecurityPolicy, inlineScripts } from "../../../loaders/site/finish.js";
import { groupOf, navigation } from "../../../loaders/site/navigation.js";
import { dataVersion } from "../../../loaders/version.js";
import { arrowRows } from "../../../src/components/figure-rows.js";
import { findings } from "../../../src/figures/findings.js";
import { briefFigures } from "../../../src/briefs/figures.js";
import type { Options } from "../../../src/components/figure.js";
import { figures } from "../../../src/figures/registry.js";
import { filesOf, pagesOf, type BuiltPage } from "../../support/site/pages-of-site.js";

const folder = inject("siteFolder");
const pages = pagesOf(folder);
const files = filesOf(folder);
const read = (file: string) => readFileSync(join(folder, file));
const named = (page: BuiltPage) => [page.file, page] as const;

const megabyte = 1e6;
/** Kilobytes of a page's HTML on its way, brotli as hosts do it on the fly. */
const mostPageKilobytes = 60;

describe("the built site", () => {
  it("has every page of the navigation", () => {
    const paths = pages.map((page) => `/${page.path}`);
    for (const { path } of navigation.flatMap(({ items }) => items))
      expect(paths).toContain(path.split("#")[0]);
  });

  it("is built from the data of this checkout", () => {
    const pkg = JSON.parse(read("data/datapackage.json").toString("utf8")) as PublishedPackage;
    expect(pkg.dataVersion).toBe(dataVersion(dataFolder));
    for (const { document } of pages)
      expect(document.querySelector("footer")!.textContent).toContain(pkg.dataVersion);
  });

  describe.each(pages.map(named))("%s", (_file, page) => {
    const { document, file, html } = page;

    it("has a language, one h1, a title, a description and a skip link to its content", () => {
      expect(document.documentElement.getAttribute("lang")).toBe("en-GB");
      expect(document.querySelectorAll("h1")).toHaveLength(1);
      expect(document.querySelector("h1")!.textContent.trim()).not.toBe("");
      expect(document.querySelector("title")!.textContent).toMatch(/\S.* \| Arrivals$/);
      expect(descriptionOf(page).length).toBeGreaterThan(30);
      const skip = document.querySelector("body a")!;
      expect(skip.textContent).toMatch(/^Skip to/);
      expect(document.querySelector(`main${skip.getAttribute("href")!}`)).not.toBeNull();
    });

    it("can be zoomed, and says that it serves light and dark", () => {
      const viewport = document.querySelector('meta[name="viewport"]')!.getAttribute("content");
      expect(viewport).toBe("width=device-width, initial-scale=1");
      expect(document.querySelector('meta[name="color-scheme"]')!.getAttribute("content")).toBe("light dark");
    });

    it("marks itself in the navigation, where it stands there", () => {
      const current = [...document.querySelectorAll(".site nav [aria-current=page]")].map(
        (link) => link.textContent,
      );
      const group = groupOf(`/${page.path}`);
      const own = group?.items.filter(({ path }) => path === `/${page.path}`) ?? [];
      expect(current).toEqual(own.map(({ name }) => name));
      const open = [...document.querySelectorAll("nav .groups [aria-current]")].map(
        (link) => link.textContent,
      );
      expect(open).toEqual(group ? [group.name] : []);
    });

    it("names in its footer every document that its figures and findings draw on", () => {
      const linked = new Set(
        [...document.querySelectorAll("footer a[href*='sources#']")].map(
          (link) => link.getAttribute("href")!.split("#")[1],
        ),
      );
      expect(sourcesDrawnOn(page).filter((id) => !linked.has(id))).toEqual([]);
    });

    const figuresHere = [...document.querySelectorAll<HTMLElement>("figure")];
    it.skipIf(figuresHere.length === 0)(
      "has figures with a heading, a caption with the source, a table and a query, and words for each picture",
      () => {
        for (const figure of figuresHere) {
          expect(figure.querySelector("h2, h3")!.textContent.trim(), figure.id).not.toBe("");
          const caption = figure.querySelector("figcaption")!;
          expect(caption.querySelector(".source a[href*='sources#']"), figure.id).not.toBeNull();
          expect(caption.querySelector(".source")!.textContent, figure.id).toMatch(/^Sources?: .+, .+\.$/);
          expect(figure.querySelectorAll(".figure-table tbody tr").length, figure.id).toBeGreaterThan(0);
          // Figures of scenarios are no query: the model's result is their table.
          if (!figure.dataset.picture && !figure.classList.contains("scenario-figure"))
            expect(figure.querySelector(".figure-sql code")!.textContent, figure.id).toMatch(
              /^(select|with)\b/,
            );
          for (const svg of figure.querySelectorAll(".picture svg")) {
            expect(svg.getAttribute("role")).toBe("img");
            expect(svg.getAttribute("aria-label")!.length, figure.id).toBeGreaterThan(40);
          }
        }
      },
    );

    it("holds no error box and asks no other host, nor the CDN's folder, for anything", () => {
      expect(html).not.toMatch(/class="[^"]*observablehq--error/);
      expect(html).not.toMatch(/npm:|\/_npm\//);
      const loaded = [
        ...document.querySelectorAll("[src], [srcset], link[href], object[data], use[href], image[href]"),
      ].map((node) =>
        ["src", "srcset", "data", "href"].map((name) => node.getAttribute(name)).find(Boolean)!,
      );
      expect(loaded.filter((address) => /^([a-z]+:)?\/\//i.test(address))).toEqual([]);
      expect(document.querySelectorAll("iframe, object, embed, meta[http-equiv=refresh]")).toHaveLength(0);
      // Only the page for lost addresses, which stands at any depth, says where its links start.
      const bases = [...document.querySelectorAll("base")].map((base) => base.getAttribute("href"));
      expect(bases).toEqual(page.file === "404.html" ? ["/"] : []);
    });

    it("has no script in an attribute", () => {
      const scripted = [...document.querySelectorAll("*")].flatMap((node) =>
        [...node.attributes]
          .filter(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value))
          .map(({ name }) => `${node.tagName} ${name}`),
      );
      expect(scripted).toEqual([]);
    });

    it("has links whose page and place exist", () => {
      expect(linksOf(page).filter((href) => !resolves(href, page))).toEqual([]);
    });

    it("fetches no stylesheet but that for paper, and Framework's client only for cells", () => {
      const sheets = [...document.querySelectorAll("link[rel=stylesheet], link[rel=preload]")];
      expect(sheets.map((link) => link.getAttribute("media"))).toEqual(["print"]);
      const paper = new URL(sheets[0]!.getAttribute("href")!, `http://site/${file}`).pathname.slice(1);
      expect(files).toContain(paper);
      expect(read(paper).toString("utf8")).not.toContain("var(--step-");
      expect(document.querySelector("head style")!.textContent).not.toMatch(
        /@import|url\(\s*["']?([a-z]+:)?\/\//i,
      );
      const cells = inlineScripts(html).some((script) => script.includes("define({"));
      expect(html.includes("_observablehq/")).toBe(cells);
    });

    it("fetches scripts in bundles, which exist", () => {
      const scripts = [...document.querySelectorAll("script[src], link[rel=modulepreload]")].map(
        (node) =>
          new URL(node.getAttribute("src") ?? node.getAttribute("href")!, `http://site/${file}`).pathname,
      );
      expect(scripts.length).toBeGreaterThan(0);
      for (const path of scripts) {
        expect(path).toMatch(/^\/_(import\/app|observablehq)\//);
        expect(files, path).toContain(path.slice(1));
      }
    });

    it("has no id twice", () => {
      const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });

    it(`comes in at most ${mostPageKilobytes} KB`, () => {
      const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
      expect(bytes / 1000).toBeLessThanOrEqual(mostPageKilobytes);
    });

    it("states the policy first in its head, with the hash of every inline script", () => {
      const [first, second] = [...document.head.children];
      expect(first!.getAttribute("charset")).toBe("utf-8");
      expect(second!.getAttribute("http-equiv")).toBe("Content-Security-Policy");
      const scripts = [...document.querySelectorAll("script:not([src])")].map((script) => script.textContent);
      expect(scripts).toEqual(inlineScripts(html));
      expect(second!.getAttribute("content")).toBe(contentSecurityPolicy(scripts.map(hashOf)));
    });
  });

  it("gives every page a title and a description of its own", () => {
    for (const words of [pages.map((page) => page.document.title), pages.map(descriptionOf)])
      expect(words.filter((text, i) => words.indexOf(text) !== i)).toEqual([]);
  });

  it("has a brief of every city of the evidence, under its name", () => {
    const cities = parse<{ city_id: string; name: string }>(read("data/cities.csv"), { columns: true });
    expect(cities.length).toBeGreaterThan(0);
    for (const { city_id, name } of cities) {
      const page = pages.find(({ path }) => path === `cities/${city_id}`);
      expect(page?.document.querySelector("h1")?.textContent, city_id).toBe(name);
      expect(page!.document.title).toBe(`${name} | Arrivals`);
      expect(page!.document.querySelector(".brief-opening p")!.textContent).toContain(name);
    }
  });

  it("draws the first charts into the HTML of the pages, with numbers", () => {
    for (const path of ["", "compare"]) {
      const { document } = pages.find((page) => page.path === path)!;
      const pictures = [...document.querySelectorAll("figure .picture")];
      expect(pictures.length).toBeGreaterThan(0);
      for (const picture of pictures) {
        const figure = picture.closest("figure")!.id;
        for (const width of ["wide", "narrow"])
          expect(picture.querySelectorAll(`.${width} svg text`).length, `${figure} ${width}`).toBeGreaterThan(
            5,
          );
      }
    }
  });

  it("sends a host the policy of each page, with its hashes, in _headers", () => {
    const headers = read("_headers").toString("utf8");
    for (const { file, html } of pages) {
      const path = file.includes("/") ? `/${file.split("/")[0]}/*` : `/${file}`;
      const [, policy] = headers.split(`\n${path}\n  Content-Security-Policy: `);
      expect(policy, file).toMatch(/^default-src 'self'; .*; frame-ancestors 'self'\n/);
      for (const script of inlineScripts(html))
        expect(policy!.split("\n")[0], file).toContain(hashOf(script));
    }
    expect(headers).toContain("X-Content-Type-Options: nosniff");
    expect(headers).toContain("Referrer-Policy: no-referrer");
  });

  it("allows nothing but itself, and no inline script without its hash", () => {
    const policy = contentSecurityPolicy([]);
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'|script-src[^;]*'unsafe-inline'/);
    for (const rule of policy.split("; ").slice(1)) expect(rule).toMatch(/ ('self'|'none')/);
  });

  describe("scripts and styles", () => {
    const scripts = files.filter((file) => /\.(js|css)$/.test(file));

    it("import files that exist, and none from another host", () => {
      const missing: string[] = [];
      // Framework's own client names libraries that no page of ours uses; a page that did would preload /_npm/.
      for (const file of scripts.filter((file) => /^_(import|node)\/.*\.js$/.test(file))) {
        const text = read(file).toString("utf8");
        for (const [, , name] of text.matchAll(
          /(?:\bfrom|\bimport|\bimport\()\s*(["'])((?:\.{0,2}\/|npm:|https?:)[^"']*)\1/g,
        ))
          if (!existsSync(new URL(name!, `file://${join(folder, file)}`))) missing.push(`${file}: ${name}`);
      }
      expect(missing).toEqual([]);
    });

    it("styles name no other host", () => {
      for (const file of scripts.filter((file) => file.endsWith(".css")))
        expect(read(file).toString("utf8"), file).not.toMatch(/@import|url\(\s*["']?([a-z]+:)?\/\//i);
    });

    it("were bundled here: the CDN's folder does not exist", () => {
      expect(files.filter((file) => file.startsWith("_npm/"))).toEqual([]);
    });
  });

  it("gives the licence of everything that it holds, linked from every page", () => {
    const notices = read("licences.txt").toString("utf8");
    const libraries = files.flatMap(
      (file) => /^_node\/((?:@[^/]+\/)?[^/]+)@([^/@]+)\//.exec(file)?.slice(1) ?? [],
    );
    expect(libraries.length).toBeGreaterThan(40);
    for (let i = 0; i < libraries.length; i += 2)
      expect(notices).toContain(`\n${libraries[i]} ${libraries[i + 1]} (`);
    for (const name of [
      "@duckdb/duckdb-wasm",
      "highs",
      "world-atlas",
      "@observablehq/framework",
      "@observablehq/runtime",
    ])
      expect(notices).toContain(`\n${name} `);
    for (const { document, file } of pages)
      expect(document.querySelector("footer a[href$='licences.txt']"), file).not.toBeNull();
  });

  it("has no file over 24 MB, and the database in at most 8 MB", () => {
    expect(files.filter((file) => statSync(join(folder, file)).size > 24 * megabyte)).toEqual([]);
    expect(statSync(join(folder, "database/duckdb-eh.wasm.gz")).size).toBeLessThanOrEqual(8 * megabyte);
  });

  describe("downloads", () => {
    const resources = readPackage().resources;

    it("are there for every table, and nothing is there that is no table", () => {
      const expected = resources.flatMap(({ name }) =>
        ["arrow", "csv", "parquet"].map((format) => `data/${name}.${format}`),
      );
      const own = files.filter((file) => /^data\/[^/]+\.(arrow|csv|parquet)$/.test(file));
      expect(own).toEqual(expected.sort());
      expect(files).toContain("data/datapackage.json");
      expect(files).toContain("data/arrivals.zip");
      const figureFiles = files.filter((file) => file.startsWith("data/figures/"));
      expect(figureFiles).toEqual(
        [...Object.keys(figures), ...Object.keys(briefFigures)]
          .map((id) => `data/figures/${id}.arrow`)
          .sort(),
      );
    });

    it("are named by the package with the sizes and hashes they have", () => {
      const pkg = JSON.parse(read("data/datapackage.json").toString("utf8")) as PublishedPackage;
      expect(pkg.resources.map(({ name }) => name)).toEqual(resources.map(({ name }) => name));
      for (const { path, bytes, hash } of pkg.resources) {
        const csv = read(`data/${path}`);
        expect(csv.length, path).toBe(bytes);
        expect(`sha256:${createHash("sha256").update(csv).digest("hex")}`, path).toBe(hash);
      }
    });

    it("hold the same files in the archive", () => {
      const archive = unzipSync(read("data/arrivals.zip"));
      for (const name of ["datapackage.json", ...resources.map(({ name }) => `${name}.csv`)])
        expect(Buffer.from(archive[name] ?? []).equals(read(`data/${name}`)), name).toBe(true);
    });

    it.each(resources.map((resource) => [resource.name, resource] as const))(
      "hold the same rows as CSV, Arrow and Parquet: %s",
      async (name, { schema: { fields } }) => {
        const csv = rowsOfCsv(
          `data/${name}.csv`,
          fields.map((field) => field.type),
        );
        expect(csv.names).toEqual(fields.map((field) => field.name));
        const arrow = rowsOfArrow(`data/${name}.arrow`);
        expect(arrow).toEqual({ names: csv.names, rows: csv.rows });
        expect(await rowsOfParquet(`data/${name}.parquet`)).toEqual({ names: csv.names, rows: csv.rows });
        // There may be no known error of a producer.
        if (name !== "corrections") expect(csv.rows.length).toBeGreaterThan(0);
      },
    );
  });
});

function descriptionOf({ document }: BuiltPage): string {
  return document.querySelector('meta[name="description"]')!.getAttribute("content")!;
}

function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** Ids of the documents behind a page's figures: those they state, and those their rows name. */
function sourcesDrawnOn({ document }: BuiltPage): string[] {
  const ids = new Set<string>();
  for (const frame of document.querySelectorAll("figure[data-figure]")) {
    const id = frame.getAttribute("data-figure")!;
    const chart = frame.getAttribute("data-chart");
    if (chart !== null) {
      const { rows, sources } = JSON.parse(chart) as { rows: string; sources: { source_id: string }[] };
      for (const { source_id } of [...sources, ...arrowRows(read(`data/charts/${rows}.arrow`))])
        if (typeof source_id === "string") ids.add(source_id);
      continue;
    }
    const options = JSON.parse(frame.getAttribute("data-options") ?? "{}") as Options;
    const sent = arrowRows(read(`data/figures/${id}.arrow`));
    const ofBrief = briefFigures[id];
    for (const { source_id } of ofBrief ? [] : figures[id]!.sources) ids.add(source_id);
    for (const row of ofBrief ? ofBrief.select(sent, options) : sent)
      if (typeof row.source_id === "string") ids.add(row.source_id);
  }
  for (const finding of document.querySelectorAll(".finding[id]"))
    for (const { source_id } of findings[finding.id.replace(/^finding-/, "")]!.sources) ids.add(source_id);
  return [...ids];
}

/** Addresses of a page's links that lead to this site. */
function linksOf({ document }: BuiltPage): string[] {
  const hrefs = [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")!);
  return [...new Set(hrefs)].filter((href) => !/^(https?:|mailto:)/.test(href));
}

/** Whether a link leads to a page or file that exists, and to an element there if it names one. */
function resolves(href: string, from: BuiltPage): boolean {
  const { origin, pathname, hash } = new URL(href, `http://site/${from.path}`);
  if (origin !== "http://site") return false;
  const path = decodeURIComponent(pathname.slice(1));
  const page = pages.find((page) => page.path === path);
  if (!page) return files.includes(path) && !path.endsWith(".html") && hash === "";
  // A scenario travels behind the hash of the workbench.
  if (path === "scenarios" && hash.startsWith("#s=")) return true;
  const id = decodeURIComponent(hash.slice(1));
  return id === "" || page.document.getElementById(id) !== null;
}

interface Rows {
  names: string[];
  rows: unknown[][];
}

function rowsOfCsv(file: string, types: FieldType[]): Rows {
  const [names = [], ...lines] = parse(read(file));
  const valueOf = (text: string, type: FieldType) => {
    if (text === "") return null;
    if (type === "boolean") return text === "true";
    if (type !== "string") return Number(text);
    return text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text;
  };
  return { names, rows: lines.map((cells) => cells.map((text, i) => valueOf(text, types[i]!))) };
}

/** Read by another library than the one that the site's scripts use. */
function rowsOfArrow(file: string): Rows {
  const table = tableFromIPC(read(file));
  const names = table.schema.fields.map(({ name }) => name);
  const columns = names.map((_, i) => table.getChildAt(i)!);
  return {
    names,
    rows: Array.from({ length: table.numRows }, (_, row) => columns.map((column) => column.get(row))),
  };
}

async function rowsOfParquet(file: string): Promise<Rows> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`from '${join(folder, file).replaceAll("'", "''")}'`);
    return { names: reader.columnNames(), rows: reader.getRowsJS() };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
