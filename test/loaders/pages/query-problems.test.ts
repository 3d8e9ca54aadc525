import { describe, expect, it } from "vitest";
import { prepareQueries } from "../../../loaders/pages/prepare-queries.js";
import { queryProblems } from "../../../loaders/pages/query-problems.js";
import { askedQueries } from "../../../loaders/site/asked-queries.js";
import { evidence, realDatabase } from "../../support/evidence/real-evidence.js";

const told = async (query: string) => {
  const faults = await prepareQueries(evidence, await realDatabase(), [query]);
  return queryProblems({ language: "sql", text: query, line: 12 }, () => faults).map(
    ({ line, what, mend }) => `${line}: ${what} → ${mend}`,
  );
};

describe("queryProblems(cell, faults)", () => {
  it.each([
    ["select name from citys", '12: the database has no table "citys" → write "cities"'],
    [
      "select name,\n  populaton\nfrom cities",
      '13: no table of the query has a column "populaton" → write "population"',
    ],
    ["select c.nam from cities c", '12: no table of the query has a column "nam" → write "name"'],
  ])("names table or column, the line and what is near: %j", async (query, words) => {
    expect(await told(query)).toEqual([words]);
  });

  it("says what DuckDB says of what cannot be read, at its line", async () => {
    expect(await told("select name\nfrom cities\nwher mapped = 1")).toEqual([
      expect.stringMatching(
        /^14: the query cannot be read: Parser Error: syntax error at or near "mapped" → mend it/,
      ),
    ]);
  });

  it("takes a sound query, and asks nothing of what the page works out or of another language", async () => {
    expect(await told("select name from cities where mapped")).toEqual([]);
    const none = () => {
      throw new Error("no database is asked for");
    };
    for (const cell of [
      { language: "sql", text: "select * from citys where name = ${city}" },
      { language: "js", text: "citys" },
      { language: "sql", text: " " },
    ])
      expect(queryProblems({ ...cell, line: 1 }, none)).toEqual([]);
  });
});

describe("askedQueries()", () => {
  it("finds each query of the pages once, whole", () => {
    const queries = askedQueries();
    expect(new Set(queries).size).toBe(queries.length);
    for (const query of queries) expect(query).not.toMatch(/\$\{|`/);
  });
});
