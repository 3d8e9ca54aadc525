import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject } from "../support/site/copy-project.js";
import { ownEnvironment, soon, startPreview, until, type Preview } from "../support/site/preview.js";

/** `npm run new-report` in a copy of the project, as its author runs it, and her draft in the preview. */
let copy = "";
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "arrivals-new-report-"));
  copyProject(copy);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const named = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "user.name", GIT_CONFIG_VALUE_0: "Ana Silva" };
const unnamed = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

function newReport(parameters: string[], env: Record<string, string> = named) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "new-report", "--", ...parameters], {
    cwd: copy,
    encoding: "utf8",
    env: ownEnvironment(env),
  });
  return { code: status, out: stdout, err: stderr };
}

const fileOf = (slug: string) => join(copy, `src/reports/${slug}.md`);
const reports = () => readdirSync(join(copy, "src/reports")).filter((name) => name.endsWith(".md"));

describe("npm run new-report", () => {
  it("makes a draft with the title, the author and the day, and says where it is", () => {
    const { code, out, err } = newReport(["How São Paulo: pays # twice"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(
      `src/reports/how-sao-paulo-pays-twice.md is a draft that builds.
Write it with npm run dev, at /reports/how-sao-paulo-pays-twice; the guide is at /guide/reports.
Set "status: published" when it is to be published.
`,
    );
    const text = readFileSync(fileOf("how-sao-paulo-pays-twice"), "utf8");
    expect(text).toContain('\ntitle: "How São Paulo: pays # twice"\nauthors:\n  - Ana Silva\ndate: ');
    expect(text).toMatch(/\ndate: \d{4}-\d{2}-\d{2}\nstatus: draft\n/);
  });

  it("takes another address, and a name to be filled in where nobody is known", () => {
    expect(newReport(["Who pays", "--slug", "my-report"], unnamed).code).toBe(0);
    expect(readFileSync(fileOf("my-report"), "utf8")).toContain("authors:\n  - Name of the author\n");
    rmSync(fileOf("my-report"));
  });

  it.each([
    [
      ["How São Paulo: pays # twice"],
      1,
      /^src\/reports\/how-sao-paulo-pays-twice\.md exists already, and nothing was changed\. .*--slug how-sao-paulo-pays-twice-2\n$/,
    ],
    [["Index"], 1, /^The site has another page at \/reports\/index\..*--slug my-report\n$/],
    [[], 2, /^The report has no title\. Write: npm run new-report -- "What the report finds"\n$/],
    [["Who", "pays"], 2, /^The title is one text in quotes: npm run new-report -- "Who pays"\n$/],
    [["…?"], 2, /^The title "…\?" gives no address, .*--slug my-report\n$/],
    [["Who pays", "--slug", "Who_pays"], 2, /^"Who_pays" cannot be an address: write small letters/],
    [["Who pays", "--slug", "../who"], 2, /^"\.\.\/who" cannot be an address/],
    [
      ["Who pays", "--draft"],
      2,
      /^Write: npm run new-report -- "What the report finds", and after it --slug/,
    ],
  ])("%j ends with %i and changes nothing", (parameters, code, words) => {
    const before = reports().map((name) => readFileSync(join(copy, "src/reports", name), "utf8"));
    const run = newReport(parameters);
    expect([run.code, run.out]).toEqual([code, ""]);
    expect(run.err).toMatch(words);
    expect(reports().map((name) => readFileSync(join(copy, "src/reports", name), "utf8"))).toEqual(before);
  });

  it("makes what the check of the pages finds nothing wrong with", () => {
    expect(existsSync(fileOf("how-sao-paulo-pays-twice"))).toBe(true);
    const scratch = join(copy, ".cache/check");
    mkdirSync(scratch, { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        "--input-type=module",
        "--eval",
        `const { linesOfPages } = await import("./loaders/pages/check-pages.ts");
         process.stdout.write(JSON.stringify(await linesOfPages()));`,
      ],
      { cwd: copy, encoding: "utf8", env: { ...ownEnvironment(), ARRIVALS_SCRATCH: scratch } },
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect((JSON.parse(stdout) as { problems: string[] }).problems).toEqual([]);
  });
});

describe("a draft in the preview", () => {
  let preview: Preview;
  let sound = "";
  const save = (text: string) => writeFileSync(fileOf("how-sao-paulo-pays-twice"), text);
  beforeAll(async () => {
    sound = readFileSync(fileOf("how-sao-paulo-pays-twice"), "utf8");
    preview = await startPreview(copy);
    // A page that was asked for while the preview began is asked for again.
    for (let tries = 1; ; tries++)
      try {
        await preview.page.goto(`${preview.url}/reports/how-sao-paulo-pays-twice`);
        await preview.shows("São Paulo has the most initiatives", soon);
        break;
      } catch (error) {
        if (tries === 3) throw error;
      }
  }, 6 * soon);
  afterAll(async () => {
    // There is none where it could not start.
    await (preview as Preview | undefined)?.end();
  });

  it("says that it is one, with its figures and numbers, and is not in the list", async () => {
    const { page, url, shows, boxes } = preview;
    await shows("Draft: no build publishes it.");
    expect(await page.locator("h1").innerText()).toBe("How São Paulo: pays # twice");
    expect(await page.locator("#coverage .picture svg").count()).toBeGreaterThan(0);
    expect(await page.locator("#political-initiatives .picture svg").count()).toBeGreaterThan(0);
    expect(await page.locator(".abstract").innerText()).toMatch(/found\s+263\s+initiatives/);
    expect(await boxes()).toEqual([]);
    const list = await (await fetch(`${url}/reports/`)).text();
    expect(list).toContain("where-effort-goes");
    expect(list).not.toContain("how-sao-paulo-pays-twice");
  });

  it("has its note at the end, once, read from its sign and left by its way back", async () => {
    const { page } = preview;
    const notes = page.getByRole("region", { name: "Notes" });
    expect(await notes.count()).toBe(1);
    expect(await notes.getByRole("listitem").count()).toBe(1);
    expect(await notes.innerText()).toContain("What nobody named is missing, and missing is not zero.");
    const inView = (selector: string) =>
      page.locator(selector).evaluate((node) => {
        const { top } = node.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      });
    await page.setViewportSize({ width: 1280, height: 200 });
    // What a preview draws late above the place moves it: then the link is pressed again, as a reader would.
    const leadsTo = (link: string, place: string) =>
      until(async () => {
        await page.locator(link).press("Enter");
        await page.waitForTimeout(500);
        return inView(place);
      }, place);
    await leadsTo(".footnote-ref a", ".footnotes li");
    await leadsTo(".footnote-backref", ".footnote-ref");
  });

  it(
    "shows what is saved: a text, and a changed query of a chart",
    async () => {
      const { page, shows } = preview;
      save(sound.replace("Open with the answer", "A sentence that was saved just now"));
      await shows("A sentence that was saved just now");
      const rows = page.locator("#political-initiatives .figure-table tbody tr");
      const before = await rows.count();
      expect(before).toBe(8);
      save(
        sound.replace(
          "where i.dimension = 'political' and i.round",
          "where i.dimension = 'legal' and c.city_id <> 'nairobi' and i.round",
        ),
      );
      await until(async () => (await rows.count()) === before - 1, "the rows of the changed query");
      expect(await page.locator("#political-initiatives .figure-sql code").textContent()).toContain(
        "'legal'",
      );
      save(sound);
      await until(async () => (await rows.count()) === before, "the rows of the query as it was");
    },
    4 * soon,
  );

  it.each([
    [
      "an unknown figure",
      ["::: figure coverage\n", "::: figure covrage\n"],
      /^There is no figure "covrage"\. \| Write "coverage"\. \| src\/reports\/how-sao-paulo-pays-twice\.md, line \d+$/,
      "::: figure covrage",
    ],
    [
      "SQL that cannot be read",
      ["select c.name as city", "selct c.name as city"],
      /selct.*line \d+$/,
      "  selct c.name",
    ],
    [
      "YAML that cannot be read",
      ["words: Bars of", "words: [Bars of"],
      /\| src\/reports\/how-sao-paulo-pays-twice\.md, line \d+$/,
      null,
    ],
    [
      "a column that the query does not give",
      ["x: initiatives", "x: initiatves"],
      /initiatves.*Write "initiatives".*line \d+$/,
      "x: initiatves",
    ],
  ] as const)(
    "%s is said at its place, the rest of the page stays, and it recovers",
    async (_what, [from, to], says, line) => {
      const { page, boxes, shows } = preview;
      expect(sound).toContain(from);
      // @fig-… would name a figure that is not drawn, which is a fault of its own.
      const calm = sound
        .replace(/^@fig-coverage shows/m, "The figure shows")
        .replace(/^@fig-pol\S+/m, "Below");
      const slip = calm.replace(from, to);
      save(slip);
      await until(async () => (await boxes()).some((box) => says.test(box)), String(says));
      expect(await boxes()).toHaveLength(1);
      if (line !== null) {
        const row = slip.split("\n").findIndex((one) => one.startsWith(line)) + 1;
        expect((await boxes())[0]).toMatch(new RegExp(`line ${row}$`));
      }
      const text = await page.locator("main").innerText();
      const places = ["What the figures show", (await boxes())[0]!.split(" | ")[0]!, "What this cannot say"];
      const found = places.map((words) => text.indexOf(words, text.indexOf("Open with the answer")));
      expect(Math.min(...found)).toBeGreaterThan(0);
      expect([...found].sort((a, b) => a - b)).toEqual(found);
      const other = from.includes("figure coverage") ? "#political-initiatives" : "#coverage";
      expect(await page.locator(`${other} .picture svg`).count()).toBeGreaterThan(0);
      save(sound);
      await until(async () => (await boxes()).length === 0, "no box");
      await shows("Political initiatives by city");
      expect(await page.locator("#coverage .picture svg").count()).toBeGreaterThan(0);
    },
    3 * soon,
  );

  it("never ends", () => {
    expect(preview.dev.exitCode).toBeNull();
    expect(preview.said()).not.toMatch(/The preview has ended|Protocol error|ENOENT/);
  });
});
