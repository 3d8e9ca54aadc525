import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";
import { serveSite } from "../../loaders/site/serve.js";
import { reportTemplate } from "../../loaders/reports/report-template.js";
import { ownEnvironment, soon, startPreview, until, type Preview } from "../support/site/preview.js";

/**
 * An author's first hour, in a copy of the project: what she gets wrong is said at its place in the preview, and again by
 * the check; nothing that she saves ends the preview, and a page comes back by itself.
 */
const front = (more = "", sources = "thp-2014") =>
  `---\ntitle: A first page\ndescription: What somebody writes in the first hour\nsources: [${sources}]\n${more}---\n\n# A first page\n\n`;

describe("an author's first hour", () => {
  let copy = "";
  let preview: Preview;
  let page: Page;
  /** What pages asked of other hosts, and errors that no test expects. */
  const foreign: string[] = [];
  const file = () => join(copy, "src/first.md");
  const save = (text: string) => writeFileSync(file(), text);

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), "arrivals-author-"));
    for (const name of ["src", "loaders", "data", "package.json", "tsconfig.json", "observablehq.config.ts"])
      cpSync(join(projectFolder, name), join(copy, name), { recursive: true, preserveTimestamps: true });
    symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"), "dir");
    save(`${front()}It begins.\n`);
    preview = await startPreview(copy);
    ({ page } = preview);
    page.on("request", (request) => {
      if (!request.url().startsWith(preview.url) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url());
    });
    await page.goto(`${preview.url}/first`);
    await preview.shows("It begins.", 3 * soon);
  }, 4 * soon);

  afterAll(async () => {
    // There is none where it could not start.
    await (preview as Preview | undefined)?.end();
    rmSync(copy, { recursive: true, force: true });
  });

  const shows = (words: string) => preview.shows(words);
  const boxes = () => preview.boxes();

  const lines = (text: string) => text.split("\n").length;

  it.each([
    [
      "a figure that does not exist",
      "::: figure covrage",
      'There is no figure "covrage". | Write "coverage". | src/first.md, line ',
    ],
    [
      "a choice that a figure does not have",
      "::: figure coverage measure=actor",
      'The figure "coverage" has no measure "actor". | Write "actors". | src/first.md, line ',
    ],
    [
      "a finding that does not exist",
      "::: finding politic",
      'There is no finding "politic". | Write "politics". | src/first.md, line ',
    ],
    [
      "a city that does not exist",
      "::: figure brief-coverage city=lisbonn",
      'The figure "brief-coverage" has no city "lisbonn". | Write "lisbon". | src/first.md, line ',
    ],
    [
      "a link that leads nowhere",
      "See [who pays](/fundng).",
      'The link "/fundng" leads nowhere. | Write "/funding". | src/first.md, line ',
    ],
    [
      "code that cannot be read",
      "```js\ndisplay(1 +);\n```",
      "The js cell cannot be read: Unexpected token. | ",
    ],
    [
      "a table that does not exist",
      "```sql\nselect * from citys\n```",
      'The database has no table "citys". | Write "cities". | src/first.md, line ',
    ],
    [
      "a property that does not exist",
      "<style>\nmain p { colour: inherit; }\n</style>",
      'CSS has no property "colour". | Write "color". | src/first.md, line ',
    ],
  ])(
    "%s is said between what stands before and after it, and goes when it is mended",
    async (_what, slip, says) => {
      const before = `${front()}Before it.\n\n`;
      save(`${before}${slip}\n\nAfter it.\n`);
      await until(async () => (await boxes()).some((box) => box.startsWith(says)), says);
      expect(await boxes()).toHaveLength(1);
      const row = lines(before) + (/^(```|<style)/.test(slip) ? 1 : 0);
      expect((await boxes())[0]).toMatch(new RegExp(`src/first\\.md, line ${row}$`));
      const text = await page.locator("main").innerText();
      const places = ["Before it.", "src/first.md, line", "After it."].map((words) => text.indexOf(words));
      expect([...places].sort((a, b) => a - b)).toEqual(places);
      save(`${before}Mended after ${_what}.\n`);
      await shows(`Mended after ${_what}.`);
      expect(await boxes()).toEqual([]);
    },
    2 * soon,
  );

  it(
    "what code stops with stands in a red box",
    async () => {
      save(`${front()}\`\`\`js\nPlot.plat({});\n\`\`\`\n`);
      await shows("Plot.plat is not a function");
      const look = await page.locator(".observablehq--error").evaluate((box) => {
        const { borderTopWidth, borderTopColor, color } = getComputedStyle(box);
        return { borderTopWidth, borderTopColor, color };
      });
      expect(look).toEqual({
        borderTopWidth: "2px",
        borderTopColor: "rgb(155, 28, 28)",
        color: "rgb(155, 28, 28)",
      });
      save(`${front()}Mended.\n`);
      await shows("Mended.");
    },
    soon,
  );

  it("an unknown source is said at the top", async () => {
    save(`${front("", "thp-2014, thp-2015")}Words.\n`);
    const says = 'There is no source "thp-2015". | Write "thp-2014". | src/first.md, line 4';
    await until(async () => (await boxes())[0] === says, says);
    expect(await boxes()).toEqual([says]);
  });

  it("front matter that cannot be read, an empty file and a page that is gone come back by themselves", async () => {
    save("---\ntitle: A: page\n  twice: [\n---\n\n# A page\n\nText.\n");
    await shows("The front matter cannot be read");
    save("");
    await shows("The page has no front matter.");
    rmSync(file());
    await shows("No such page");
    save(`${front()}Here again.\n`);
    await shows("Here again.");
    expect(await boxes()).toEqual([]);
  });

  it(
    "a figure's query with a slip is said in the figure's place, with the module and the line",
    async () => {
      const figure = join(copy, "src/figures/gaps.ts");
      const sound = readFileSync(figure, "utf8");
      expect(sound).toContain("select ");
      save(`${front()}::: figure gaps\n\nBelow the gaps.\n`);
      await shows("Below the gaps.");
      expect(await page.locator("#gaps").count()).toBe(1);
      writeFileSync(figure, sound.replace("select ", "selct "));
      await shows("cannot be drawn");
      expect((await boxes())[0]).toMatch(
        /^"figure gaps" cannot be drawn: src\/figures\/gaps\.ts:\d+: Parser Error: syntax error at or near "selct"\. \|/,
      );
      writeFileSync(figure, sound);
      await until(async () => (await page.locator("#gaps").count()) === 1, "the figure");
      await until(async () => (await boxes()).length === 0, "no box");
    },
    3 * soon,
  );

  it(
    "a component that cannot be read, and data that break a rule, leave the last good pages and say why",
    async () => {
      for (const [path, from, to, says] of [
        ["src/components/heat-map.ts", "export function", "export functon", "src/components/heat-map.ts:"],
        ["data/initiatives.csv", "lisbon", "lisbonne", 'city_id "lisbonne"'],
      ] as const) {
        const place = join(copy, path);
        const sound = readFileSync(place, "utf8");
        writeFileSync(place, sound.replace(from, to));
        await until(
          async () => (await boxes()).some((box) => box.toLowerCase().includes(says.toLowerCase())),
          says,
        );
        expect((await boxes()).join()).toContain("The pages keep what was drawn last");
        expect(await page.locator("#gaps").count()).toBe(1);
        writeFileSync(place, sound);
        await until(async () => (await boxes()).length === 0, `no box after ${path}`);
      }
    },
    4 * soon,
  );

  it(
    "Plot, d3, Inputs, html and sql need no import, and ask no other host; a name of another host's is told",
    async () => {
      save(`${front()}${builtIns}`);
      await shows("Chosen 7, in all 42.");
      await until(async () => (await page.locator("main svg[class^=plot]").count()) === 1, "the plot");
      await until(async () => /35\b/.test(await page.locator("main table").innerText()), "the rows");
      save(`${front()}\`\`\`js\ndisplay(penguins);\n\`\`\`\n`);
      await shows('"penguins" is fetched from another host');
      save(`${front()}\`\`\`js\nimport x from "npm:lodash";\n\`\`\`\n`);
      await shows('"npm:lodash" is fetched from another host');
      expect(foreign).toEqual([]);
    },
    2 * soon,
  );

  it("the preview never ended, and its terminal named each slip by file and line", () => {
    const said = preview.said();
    expect(preview.dev.exitCode).toBeNull();
    expect(said).not.toMatch(/The preview has ended|Protocol error|ENOENT/);
    expect(said).toMatch(/^src\/first\.md:\d+: there is no figure "covrage" → write "coverage"$/m);
  });

  it(
    "a build of a page with slips fails with all of them; one with Plot and d3 asks no other host, and one leaves a draft out",
    async () => {
      save(`${front("", "thp-2015")}::: figure covrage\n\n[pays](/fundng)\n`);
      const failed = build();
      expect(failed.status).toBe(1);
      for (const says of [
        'src/first.md:4: there is no source "thp-2015" → write "thp-2014"',
        'src/first.md:9: there is no figure "covrage" → write "coverage"',
        'src/first.md:11: the link "/fundng" leads nowhere → write "/funding"',
      ])
        expect(failed.stderr).toContain(says);
      expect(failed.stderr).not.toMatch(/node_modules|github\.com/);

      save(`${front()}${builtIns}`);
      const draft = { title: "A draft", author: "Ana Silva", date: "2031-03-09" };
      writeFileSync(join(copy, "src/reports/a-draft.md"), reportTemplate(draft));
      const built = build();
      expect(built.status, built.stderr).toBe(0);
      expect(built.stderr).toMatch(
        /^Building the site[^\n]*\nOne draft is left out: src\/reports\/a-draft\.md\.\ndist\/ holds the new site[^\n]*\n$/,
      );
      for (const gone of ["reports/a-draft.html", "reports/a-draft.zip", "reports/a-draft"])
        expect(existsSync(join(copy, "dist", gone)), gone).toBe(false);
      for (const file of ["reports/index.html", "index.html", "feed.xml", "data/site-search.json"])
        expect(readFileSync(join(copy, "dist", file), "utf8").includes("a-draft"), file).toBe(false);
      const site = await serveSite(join(copy, "dist"));
      const reader = await preview.browser.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      reader.on("request", (request) => asked.push(request.url()));
      reader.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) errors.push(message.text());
      });
      await reader.goto(`${site.url}first`);
      await until(
        async () => (await reader.locator("main").innerText()).includes("Chosen 7, in all 42."),
        "the built page's cells",
      );
      await reader.locator("main svg[class^=plot]").waitFor();
      expect(
        asked.filter((address) => !address.startsWith(site.url) && !/^(data|blob):/.test(address)),
      ).toEqual([]);
      expect(errors).toEqual([]);
      await reader.close();
      await site.close();
    },
    8 * soon,
  );

  function build() {
    return spawnSync(process.execPath, ["--import", "tsx", "loaders/site/build.ts"], {
      cwd: copy,
      encoding: "utf8",
      env: ownEnvironment(),
      maxBuffer: 64 * 1024 * 1024,
    });
  }
});

const builtIns = `\`\`\`js
display(Plot.barX([{a: 1}, {a: 2}], {x: "a"}).plot());
const n = view(Inputs.range([0, 100], {label: "How many", value: 7, step: 1}));
display(html\`<b>bold</b>\`);
\`\`\`

Chosen \${n}, in all \${d3.sum([20, 22])}.

\`\`\`sql
select count(*) as n from cities
\`\`\`
`;
