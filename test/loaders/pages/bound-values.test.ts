import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { openTables } from "../../../loaders/database.js";
import type { Answers } from "../../../loaders/pages/answer.js";
import { answerQueries } from "../../../loaders/pages/answer-queries.js";
import { boundProblems } from "../../../loaders/pages/bound-problems.js";
import { boundIn, boundRules } from "../../../loaders/pages/bound-rules.js";
import { boundQueries, readBound } from "../../../loaders/pages/bound-text.js";
import { readClaims } from "../../../loaders/pages/claims.js";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { formatProblem } from "../../../loaders/pages/problem.js";
import { writeValue } from "../../../loaders/pages/value-formats.js";
import { evidence, realDatabase } from "../../support/evidence/real-evidence.js";

const md = new MarkdownIt({ html: true }).use(boundRules);

/** What is wrong with the bound parts of a page, a line each. @param of the tables that are asked */
async function problemsOf(text: string, of = evidence): Promise<string[]> {
  const page = takeApart("src/reports/try.md", text);
  const body = page.lines.slice(page.before).join("\n");
  const placed = boundIn(md.parse(body, {})).map((one) => ({ ...one, line: one.line + page.before }));
  const { claims, problems } = readClaims(page);
  const queries = [...boundQueries(body), ...claims.map(({ sql }) => sql)];
  const own = of === evidence ? null : await openTables(of);
  const answers: Answers = await answerQueries(of, own ?? (await realDatabase()), queries);
  await own?.close();
  return [...problems, ...boundProblems(placed, claims, body, () => answers)].map((problem) =>
    formatProblem(page.file, problem),
  );
}

const inPage = (claims: string, body: string) =>
  `---\ntitle: A try\nclaims:\n${claims}\n---\n\n# A try\n\n${body}\n`;

describe("readBound(inner)", () => {
  it.each([
    ["select 1", { kind: "value", query: "select 1", format: null }],
    [" select a || 'x' from b | text ", { kind: "value", query: "select a || 'x' from b", format: "text" }],
    ["select a\n  from b | percent 1", { kind: "value", query: "select a from b", format: "percent 1" }],
    [
      "! 2030: a target year, not a figure",
      { kind: "excuse", shown: "2030", reason: "a target year, not a figure" },
    ],
    ["! 12", { kind: "excuse", shown: "12", reason: "" }],
  ])("%j", (inner, found) => expect(readBound(inner)).toEqual(found));
});

describe("boundQueries(text)", () => {
  it("finds values in text, quotations and lists", () => {
    const text = [
      "One {{ select 1 }} and {{ select '}}' }}.",
      "> Quoted {{ select 2,",
      "> 3 }}.",
      "- item {{ select 4 | number }}",
      "{{! 9: the city's own }} {{ select 6 }} {{ open",
    ].join("\n");
    const queries = boundQueries(text);
    for (const query of ["select 1", "select '}}'", "select 2, 3", "select 4", "select 6"])
      expect(queries).toContain(query);
    expect(queries.some((query) => query.includes("9"))).toBe(false);
  });

  it("asks what the page's own tokens ask, whatever the text", () => {
    const piece = fc.constantFrom(
      "{{ select 1 }}",
      "{{",
      "}}",
      " select 1 ",
      "`",
      "\n",
      "> ",
      "- ",
      "'",
      "| number",
      "a",
      "[b]",
      "{claim=c}",
      "!",
    );
    let found = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const asked = new Set(boundQueries(text));
        for (const { meta } of boundIn(md.parse(text, {})))
          if ("bound" in meta && meta.bound.kind === "value" && meta.bound.query === "select 1") {
            found++;
            expect(asked).toContain("select 1");
          }
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(5);
  });
});

describe("writeValue(answer, format)", () => {
  const of = (value: number | string | boolean | null) => ({ columns: ["a"], rows: [{ a: value }] });
  it.each([
    [of(1234.5), null, "1,234.5"],
    [of(1234.5), "number", "1,235"],
    [of(0.256), "percent", "26 %"],
    [of(0.256), "percent 1", "25.6 %"],
    [of(2_412_345), "euro", "€2.4 million"],
    [of(7), "words", "seven"],
    [of(3), "ordinal", "3rd"],
    [of(2013), "year", "2013"],
    [of("Lisbon"), null, "Lisbon"],
    [{ columns: ["a"], rows: [{ a: "Lisbon" }, { a: "Nairobi" }] }, "list", "Lisbon and Nairobi"],
  ])("%j as %j is %j", (answer, format, text) => expect(writeValue(answer, format)).toEqual({ text }));

  it.each([
    [{ columns: ["a"], rows: [] }, null, "the query gives no row"],
    [of(null), null, "the query gives a missing value"],
    [{ columns: ["a"], rows: [{ a: 1 }, { a: null }] }, "list", "1 of the 2 values of the query are missing"],
    [
      { columns: ["a"], rows: [{ a: 1 }, { a: 2 }] },
      "number",
      "the query gives 2 rows, and a sentence has room for one",
    ],
    [
      { columns: ["a", "b"], rows: [{ a: 1, b: 2 }] },
      null,
      "the query gives 2 columns (a, b), and a sentence has room for one",
    ],
    [of("x"), "number", 'the query gives "x", which is no number'],
    [of(1), "nubmer", 'there is no format "nubmer"'],
    [of(1), "words 2", 'the format "words" takes no decimals'],
  ])("%j as %j: %s", (answer, format, what) => expect(writeValue(answer, format)).toMatchObject({ what }));
});

describe("a page with bound values and claims", () => {
  const most =
    "  - id: most\n    sql: select city_id = 'sao-paulo' from initiatives group by city_id order by sum(initiatives) desc limit 1";

  it("is sound where every value can be written and every claim is true", async () => {
    expect(
      await problemsOf(
        inPage(
          `${most}\n  - says: Eight cities were mapped.\n    sql: select count(*) = 8 from cities where mapped`,
          "There are {{ select count(*) from practices where kind = 'good' | number }} good practices.\n\n[São Paulo has the most]{claim=most}. Eight cities\nwere mapped.",
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      "{{ select max(populaton) from cities }}",
      'src/reports/try.md:12: no table of the query has a column "populaton" → write "population"',
    ],
    [
      "One line.\nThen {{ select name from cities }}.",
      'src/reports/try.md:13: the query gives 35 rows, and a sentence has room for one → add a condition or "limit 1", or write "| list" for all of them',
    ],
    [
      "All: {{ select range from range(1234) }}.",
      'src/reports/try.md:12: the query gives 1234 rows, and a sentence has room for one → add a condition or "limit 1", or write "| list" for all of them',
    ],
    [
      "{{! 12 }}",
      "src/reports/try.md:12: a number is excused without a reason → write it as {{! 2030: a target year, not a figure }}",
    ],
    ["{{ }}", "src/reports/try.md:12: the braces hold no query → write {{ select … }}"],
    ["[A sentence]{claim=mots}", 'src/reports/try.md:12: there is no claim "mots" → write "most"'],
  ])("%j is told with its line and what to write", async (body, words) => {
    expect(await problemsOf(inPage(most, `[It has the most]{claim=most}.\n\n${body}`))).toEqual([words]);
  });

  it.each([
    [
      "  - id: few\n    sql: select false",
      "[Few]{claim=few}",
      'src/reports/try.md:10: the claim "Few" is not true: its query gives false (select false) → change the sentence, or the query where it asks for something else',
    ],
    [
      "  - id: few\n    sql: select 1 where false",
      "[Few]{claim=few}",
      'src/reports/try.md:10: the claim "Few" is not decided: its query gives 0 rows and 1 column (select 1 where false) → write a query that gives one row with one column, true or false',
    ],
    [
      "  - id: few\n    sql: select null::boolean",
      "[Few]{claim=few}",
      'src/reports/try.md:10: the claim "Few" is not decided: its query gives a missing value (select null::boolean) → write a query that gives true or false',
    ],
    [
      "  - says: Not there.\n    sql: select true",
      "Other words.",
      'src/reports/try.md:4: the page does not say "Not there." → write the sentence in the text as [The sentence.]{claim=id}, or take the claim out',
    ],
    [
      "  - id: few\n    sql: select true",
      "No word of it.",
      'src/reports/try.md:4: no sentence names the claim "few" → write the sentence in the text as [The sentence.]{claim=id}, or take the claim out',
    ],
    [
      "  - id: few",
      "[Few]{claim=few}",
      'src/reports/try.md:4: the claim has no sql → write "sql: select …", a query that gives true or false',
    ],
    [
      "  - id: few\n    says: Many\n    sql: select true",
      "[Few]{claim=few}",
      'src/reports/try.md:4: the claim says "Many", and the text says "Few" → leave says out: the sentence in the text is the one that is checked',
    ],
    [
      "  - id: few\n    sqll: select true\n    sql: select true",
      "[Few]{claim=few}",
      'src/reports/try.md:4: a claim has no field "sqll" → its fields are id, says, sql and model',
    ],
  ])("%j is told", async (claims, body, words) => {
    expect(
      (await problemsOf(inPage(claims, body))).filter((line) => !line.includes('no claim "few"')),
    ).toEqual([words]);
  });

  it("names just the sentences that stopped being true when the data change", async () => {
    const changed = new Map(evidence);
    const table = evidence.get("initiatives")!;
    changed.set("initiatives", {
      ...table,
      rows: table.rows.map((row) =>
        row["city_id"] === "lisbon" && row["dimension"] === "political" ? { ...row, initiatives: 9 } : row,
      ),
    });
    const page = inPage(
      [
        most,
        "  - id: chicago\n    sql: select arg_max(city_id, initiatives) = 'chicago' from initiatives where dimension = 'political'",
        "  - id: none\n    sql: select count(*) = 2 from initiatives where dimension = 'political' and initiatives = 0",
      ].join("\n"),
      "[São Paulo has the most initiatives]{claim=most}.\n\n[Chicago has the most political ones]{claim=chicago}, and [two cities have none]{claim=none}.",
    );
    expect(await problemsOf(page)).toEqual([]);
    const told = await problemsOf(page, changed);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^src\/reports\/try\.md:16: the claim "Chicago has the most political ones" is not true/,
    );
  });
});

describe("boundRules", () => {
  it("leaves what only looks like it as text", () => {
    for (const text of [
      "{{ open",
      "a { b } c",
      "[link](/x)",
      "[text]",
      "[text]{other=1}",
      "\\{{ select 1 }}",
    ])
      expect(boundIn(md.parse(text, {})).filter(({ meta }) => !("bound" in meta))).toEqual([]);
    expect(md.renderInline("[text]{other=1}")).toBe("[text]{other=1}");
  });

  it("never hangs and never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."[]{}!|'\"`claim= \n>-".split("")), maxLength: 200 }),
        (text) => {
          expect(() => md.parse(text, {})).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
  });
});
