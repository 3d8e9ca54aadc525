import { describe, expect, it } from "vitest";
import { proposalText, type ProposalGround } from "../../loaders/upstream/proposal/proposal-text.js";
import type { Outcome } from "../../loaders/upstream/outcome.js";

const outcome = (source: string, kind: Outcome["kind"], came = ""): Outcome => ({
  source,
  kind,
  rows: 1,
  added: 1,
  removed: 0,
  changed: 0,
  fetched: 10,
  seconds: 1,
  fault:
    kind === "failed"
      ? { source, address: "https://example.org/", expected: "a table", came, mend: "Wait." }
      : null,
});
const fetched = (outcomes: Outcome[], problems: string[] = []) => ({
  outcomes,
  derived: { made: [], problems },
});
const ground = (more: Partial<ProposalGround> = {}): ProposalGround => ({
  fetched: fetched([outcome("ecb/annual-rates", "changed"), outcome("oecd/foreign-born", "unchanged")]),
  review: "# The review\n",
  check: null,
  build: null,
  run: null,
  ...more,
});

describe("proposalText(ground)", () => {
  it("names the table that changed, or how many did, and ends with the review", () => {
    const { title, body } = proposalText(ground());
    expect(title).toBe("Newer figures of ecb/annual-rates");
    expect(body).toBe("Check and build went well with these figures.\n\n# The review\n");
    const two = [outcome("a/b", "changed"), outcome("c/d", "changed")];
    expect(proposalText(ground({ fetched: fetched(two) })).title).toBe("Newer figures of 2 tables");
  });

  it("begins with what failed, check and build among it, in fences that their words cannot end", () => {
    const { body } = proposalText(
      ground({
        fetched: fetched(
          [outcome("a/b", "failed", "“```` @all <b>” came"), outcome("c/d", "changed")],
          ["newest_statistics: a series is unknown"],
        ),
        check: "\u001B[31mclaims: one is no longer true\u001B[0m\n",
        build: `${"x".repeat(900)}\n`,
      }),
    );
    expect(body.match(/^## .*$/gm)).toEqual([
      "## What failed",
      "## Tables that could not be made of the newer figures",
      "## npm run check finds problems",
      "## npm run build fails",
    ]);
    expect(body).toContain(
      "`````text\nfailed     a/b, https://example.org/: expected a table; “```` @all <b>” came.",
    );
    expect(body).toContain("```text\nnewest_statistics: a series is unknown\n```");
    expect(body).toContain("```text\nclaims: one is no longer true\n```");
    expect(body).toContain(`${"x".repeat(500)}…\n`);
    expect(body).not.toContain("went well");
  });

  it("is never longer than GitHub takes, and says where the rest is", () => {
    const review = `# The review\n${"| Argentina | 2024 | 1,000 |\n".repeat(5000)}`;
    const check = `${"a line of the check\n".repeat(5000)}the last line\n`;
    const { body } = proposalText(ground({ review, check, run: "https://github.example/runs/1" }));
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(
      /\| 1,000 \|\n\nThe rest of the review is in its page, which is an artefact of the run\.\n$/,
    );
    expect(body).toContain("the last line");
    expect(proposalText(ground()).body).not.toContain("The rest");
  });
});
