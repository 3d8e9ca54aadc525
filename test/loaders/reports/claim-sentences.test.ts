import { describe, expect, it } from "vitest";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { saidClaims } from "../../../loaders/reports/claim-sentences.js";

const said = (claims: string, body: string) =>
  saidClaims(takeApart("try.md", `---\ntitle: A\nclaims:\n${claims}\n---\n\n${body}\n`), (query) =>
    query === "select 56" ? { kind: "rows", columns: ["a"], rows: [{ a: 56 }] } : undefined,
  ).map(({ id, sentence }) => [id, sentence]);

const one = "  - id: one\n    sql: select true";

describe("saidClaims(page, answerOf)", () => {
  it.each([
    ["Then [São Paulo has most]{claim=one}.", "São Paulo has most"],
    ["[It has {{ select 56 | number }} of them]{claim=one}", "It has 56 of them"],
    ["[It has **most**\nof `them`]{claim=one}", "It has most of them"],
    ["[a] and [It [really] has most]{claim=one}", "It [really] has most"],
    ["[It has most {{! 8: by rule }}]{claim=one}", "It has most 8"],
  ])("of %j is %j", (body, sentence) => expect(said(one, body)).toEqual([["one", sentence]]));

  it("leaves out those that nobody says and those without an id, in the order of the front matter", () => {
    const claims = `${one}\n  - says: No id.\n    sql: select true\n  - id: two\n    sql: select true\n  - id: three\n    sql: select true`;
    expect(said(claims, "[B]{claim=two}. No id. [A]{claim=one}.")).toEqual([
      ["one", "A"],
      ["two", "B"],
    ]);
  });

  it("is what is written where a value has no answer", () => {
    expect(said(one, "[It has {{ select 1 }}]{claim=one}")).toEqual([["one", "It has {{ select 1 }}"]]);
  });
});
