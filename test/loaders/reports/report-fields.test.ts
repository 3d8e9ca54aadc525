import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { isDraft, isReportPath, isReserved, readReport } from "../../../loaders/reports/report-fields.js";

const root = mkdtempSync(join(tmpdir(), "arrivals-report-"));
mkdirSync(join(root, "reports"));
writeFileSync(join(root, "reports/works.json"), '[{"id":"a","type":"book","title":"A"},{"id":"b"}]');
writeFileSync(join(root, "reports/broken.json"), "[{");
afterAll(() => rmSync(root, { recursive: true }));

const whole = [
  "title: What it finds",
  "authors: [Ana Silva, City of Lisbon]",
  "date: 2026-11-30",
  "status: published",
  "abstract: It finds.",
];
/** A report with other lines in the place of those with the same field. */
function read(...lines: string[]) {
  const fields = lines.map((line) => /^\w+/.exec(line)![0]);
  const kept = whole.filter((line) => !fields.includes(/^\w+/.exec(line)![0]));
  const page = takeApart("src/reports/a.md", ["---", ...kept, ...lines, "---", "", "Text."].join("\n"));
  return { ...readReport(page, root), page };
}
const told = (...lines: string[]) => read(...lines).problems.map(({ what }) => what);

describe("readReport(page, root)", () => {
  it("reads what a report says of itself", () => {
    expect(read("lang: pt", "citations: numbered", "bibliography: works.json").report).toEqual({
      title: "What it finds",
      authors: ["Ana Silva", "City of Lisbon"],
      date: "2026-11-30",
      status: "published",
      abstract: "It finds.",
      lang: "pt",
      citations: "numbered",
      references: [{ id: "a", type: "book", title: "A" }],
      versions: [],
    });
  });

  it.each([
    ["title: 2013", { title: "2013" }],
    ["authors: Ana Silva", { authors: ["Ana Silva"] }],
    ['date: "2026-11-30"', { date: "2026-11-30" }],
    ["date: 2028-02-29", { date: "2028-02-29" }],
    ["lang: EN-gb", { lang: "en-GB" }],
    ["keywords: [cities]", {}],
    ["references: { id: 7, type: book, title: A }", { references: [{ id: "7", type: "book", title: "A" }] }],
    [
      'versions: [{ date: 2026-10-01, says: First, data: 0a1b, url: "/old" }]',
      { versions: [{ date: "2026-10-01", says: "First", data: "0a1b", url: "/old" }] },
    ],
  ])("takes %j", (line, fields) => {
    expect(told(line)).toEqual([]);
    expect(read(line).report).toMatchObject(fields);
  });

  it.each([
    ["title:", "the report has no title"],
    ["title: [a]", "the report has no title"],
    ["authors: []", "the report has no authors"],
    ["abstract: ''", "the report has no abstract"],
    ["status: Published", 'the report has no status "Published"'],
    ["date: 2026-02-30", '"2026-02-30" is no day of the calendar'],
    ['date: "2026-02-30"', '"2026-02-30" is no day of the calendar'],
    ["date: 2027-02-29", '"2027-02-29" is no day of the calendar'],
    ["date: 2026", '"2026" is no day of the calendar'],
    ["date: 30.11.2026", '"30.11.2026" is no day of the calendar'],
    ["lang: e", '"e" is no language'],
    ["citations: apa", 'the report has no citations "apa"'],
    ["author: Ana Silva", 'a report has no field "author"'],
    ["versions: First", "the versions are no list"],
    ["versions: [{ date: 2026-10-01 }]", "a version does not say what it changed"],
    ["versions: [{ says: First }]", "a version has no date"],
    ["versions: [{ date: 2026-13-01, says: First }]", '"2026-13-01" is no day of the calendar'],
    ["references: [{ id: a, type: book }]", "work 1 of the references has no title"],
    ["references: [words]", "work 1 of the references has no fields"],
    ["bibliography: works.json", "work 2 of the bibliography has no type"],
    ["bibliography: broken.json", 'the file "broken.json" is no JSON'],
    ["bibliography: nothing.json", 'there is no file "nothing.json" beside the report'],
  ])("of %j: %s", (line, what) => expect(told(line)).toEqual([what]));

  it("has each fault in the line of its field", () => {
    const { problems, page } = read("lang: e", "citations: apa");
    for (const { line, what } of problems)
      expect(page.lines[line - 1]).toMatch(what.includes("language") ? /^lang/ : /^citations/);
  });
});

it.each([
  ["/reports/who-pays", true],
  ["/reports/index", false],
  ["/reports/check", false],
  ["/reports", false],
  ["/guide/reports", false],
  ["/reports/a/b", false],
])("%s is the path of a report: %s", (path, is) => {
  expect(isReportPath(path)).toBe(is);
  if (!is && /^\/reports\/\w+$/.test(path)) expect(isReserved(path.slice("/reports/".length))).toBe(true);
});

it("nothing but “published” publishes a report", () => {
  for (const status of [undefined, "draft", "Published", true, ["published"]])
    expect(isDraft({ fields: { status } })).toBe(true);
  expect(isDraft({ fields: { status: "published" } })).toBe(false);
});
