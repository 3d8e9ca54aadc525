import { spawn } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";
import { dataVersion } from "../../loaders/version.js";
import { readPdf, type Sheet } from "../support/browser/read-pdf.js";
import { suitePages } from "../support/browser/site-server.js";
import { pagesOf } from "../support/site/pages-of-site.js";

/** `npm run pdf` as a user runs it, and what a sheet of paper has of a page. */
const open = suitePages();
const day = new Date("2031-03-09T12:00:00Z");
const epoch = String(day.getTime() / 1000);
const inks = { light: [27, 31, 36], dark: [232, 230, 225] };

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "arrivals-pdf-")));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `npm run pdf -- <args>` in a folder of its own. */
function pdf(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn("npm", ["--prefix", projectFolder, "run", "-s", "pdf", "--", ...args], {
    cwd: folder,
    env: { ...process.env, SOURCE_DATE_EPOCH: epoch, INIT_CWD: undefined, ...env },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (words) => (out += String(words)));
  child.stderr.on("data", (words) => (err += String(words)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

const sheetsOf = (file: string) => readPdf(readFileSync(join(folder, file)));
const textOf = ({ words }: Sheet) =>
  words
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ");
/** What Ctrl+P prints. */
const printed = async (page: Page) =>
  readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));

describe.each([
  { address: "/cities/lisbon", name: "lisbon", width: 710 },
  { address: "/guide/deploy", name: "deploy", width: 718 },
])("npm run pdf -- $address", ({ address, name, width }) => {
  const file = `${name}-${dataVersion()}.pdf`;
  const { document: built } = pagesOf(inject("siteFolder")).find(({ path }) => `/${path}` === address)!;
  let line: string;
  let bytes: Buffer;
  beforeAll(async () => {
    const { code, out, err } = await pdf([address]);
    expect([code, err]).toEqual([0, ""]);
    line = out;
    bytes = readFileSync(join(folder, file));
  });

  test("writes a file with its name and data, and says so in a line", () => {
    const pages = sheetsOf(file).length;
    const size = Math.ceil(bytes.length / 1000);
    expect(line).toBe(`${join(folder, file)}: ${pages} pages, ${size} KB, "${built.title}"\n`);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("says in the file what the page's head says, with tags and an outline", async () => {
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(read.getTitle()).toBe(built.title);
    expect(read.getAuthor()).toBe("Arrivals");
    expect(read.getSubject()).toBe(built.querySelector("meta[name=description]")!.getAttribute("content"));
    expect(read.getKeywords()).toBe(`Arrivals, data ${dataVersion()}`);
    expect([read.getCreationDate(), read.getModificationDate()]).toEqual([day, day]);
    const { catalog } = read;
    expect(String(catalog.lookup(PDFName.of("Lang")))).toContain("en-GB");
    expect(String(catalog.lookup(PDFName.of("MarkInfo"), PDFDict).get(PDFName.of("Marked")))).toBe("true");
    expect(catalog.lookup(PDFName.of("StructTreeRoot"))).toBeInstanceOf(PDFDict);
    const titles = outlineTitles(read);
    const spaced = (text: string) => text.replace(/\s+/g, " ").trim();
    expect(titles[0]).toBe(spaced(built.querySelector("h1")!.textContent));
    const headings = [...built.querySelectorAll("h1, h2, h3")].map((one) => spaced(one.textContent));
    expect(titles.length).toBeGreaterThan(5);
    expect(titles.filter((title) => !headings.includes(title))).toEqual([]);
  });

  test("has no link that leads to this machine, and no tag of one", () => {
    const text = bytes.toString("latin1");
    expect(text).not.toMatch(/localhost|127\.0\.0\.1/);
    const objects = new Set([...text.matchAll(/\n(\d+) 0 obj/g)].map(([, id]) => id!));
    const named = [...text.matchAll(/\/Obj (\d+) 0 R/g)].map(([, id]) => id!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !objects.has(id))).toEqual([]);
  });

  test("says on every sheet where it is from and which of how many it is, in no type under 7.5 points", () => {
    const sheets = sheetsOf(file);
    for (const [i, sheet] of sheets.entries()) {
      const foot = sheet.words.filter(({ y }) => y > sheet.height - 45).map(({ text }) => text);
      expect(foot.join("").replace(/\s/g, "")).toContain(address);
      expect(foot.join(" ").replace(/\s+/g, " ")).toContain(`Page ${i + 1} of ${sheets.length}`);
      expect(Math.min(...sheet.words.map(({ size }) => size))).toBeGreaterThanOrEqual(7.49);
      expect([sheet.width, sheet.height].map(Math.round)).toEqual([595, 842]);
    }
  });

  test("is what the browser prints, also where the system is dark: by its own way and by the page's button", async () => {
    const { page } = await open(address.slice(1), {
      colorScheme: "dark",
      viewport: { width, height: 1050 },
      timezoneId: "UTC",
    });
    await page.clock.setFixedTime(day);
    await page.waitForSelector("html[data-shown]");
    await page.waitForLoadState("networkidle");
    const ours = sheetsOf(file);
    const colours = ours.flatMap(({ words }) => words.map(({ colour }) => colour));
    expect(colours).toContainEqual(inks.light);
    expect(colours).not.toContainEqual(inks.dark);
    expect(await printed(page)).toEqual(ours);
    const button = page.getByRole("button", { name: "Print", exact: true });
    if (!(await button.count())) return;
    await page.evaluate("window.print = () => {}");
    await button.click();
    expect(await printed(page)).toEqual(ours);
  });

  test("comes out the same again, byte for byte", async () => {
    expect((await pdf([address])).code).toBe(0);
    expect(readFileSync(join(folder, file)).equals(bytes)).toBe(true);
  });
});

test("with the address of the site: it stands on the sheets, and links lead there", async () => {
  const { code } = await pdf(["/compare?cities=lisbon,nairobi", "two.pdf", "--site", "https://a.example/b"]);
  expect(code).toBe(0);
  const sheets = sheetsOf("two.pdf");
  expect(textOf(sheets[0]!)).toContain("a.example/b/compare?cities=lisbon,nairobi");
  expect(textOf(sheets[0]!)).toMatch(/in Lisbon and Nairobi/);
  expect(textOf(sheets[0]!)).not.toContain("Rotterdam");
  expect(readFileSync(join(folder, "two.pdf"), "latin1")).toContain("(https://a.example/b/sources");
});

describe("npm run pdf that fails", () => {
  beforeAll(() => writeFileSync(join(folder, "notes.txt"), "notes"));

  test.each([
    [["/cities/lisbo"], 2, /^there is no page \/cities\/lisbo: write "\/cities\/lisbon"\n$/],
    [
      ["https://a.example/guide/"],
      2,
      /names a host, and pages are taken from dist\/ alone: write "\/guide\/"\n$/,
    ],
    [[], 2, /^which page\? npm run pdf -- <address> \[file\]/],
    [["/guide/", "a", "b"], 2, /^"b" is one word too many/],
    [["/guide/", "notes.txt"], 1, /notes\.txt is there and is no PDF: name another file, or move it away\n$/],
    [["/guide/", "nosuch/a.pdf"], 1, /^there is no folder .*nosuch\n$/],
    [["/guide/", "/proc/a.pdf"], 1, /^\/proc cannot be written: /],
  ])("%j ends with %i", async (args, code, words) => {
    const run = await pdf(args);
    expect([run.code, run.out]).toEqual([code, ""]);
    expect(run.err).toMatch(words);
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("notes");
  });

  test("without a browser it says what to install, and writes nothing", async () => {
    const { code, err } = await pdf(["/guide/", "none.pdf"], { CHROMIUM_PATH: join(folder, "chrome") });
    expect(code).toBe(1);
    expect(err).toMatch(/^CHROMIUM_PATH names .*chrome, which does not exist\n$/);
    expect(existsSync(join(folder, "none.pdf"))).toBe(false);
  });
});

function outlineTitles(document: PDFDocument): string[] {
  const titles: string[] = [];
  const walk = (item: PDFDict | undefined) => {
    for (; item; item = item.lookupMaybe(PDFName.of("Next"), PDFDict)) {
      const title = item.lookup(PDFName.of("Title")) as unknown as { decodeText(): string };
      titles.push(title.decodeText());
      walk(item.lookupMaybe(PDFName.of("First"), PDFDict));
    }
  };
  walk(document.catalog.lookup(PDFName.of("Outlines"), PDFDict).lookupMaybe(PDFName.of("First"), PDFDict));
  return titles;
}
