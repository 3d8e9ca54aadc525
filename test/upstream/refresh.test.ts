import { describe, expect, it } from "vitest";
import { exitCodeOf, outcomeLine } from "../../loaders/upstream/outcome-lines.js";
import { producers } from "../../loaders/upstream/producers.js";
import { refreshAll } from "../../loaders/upstream/refresh-all.js";
import type { Outcome } from "../../loaders/upstream/outcome.js";
import { madeRefresh } from "../support/upstream/made-refresh.js";
import type { Answering } from "../support/upstream/upstream-server.js";

/** A refresh against a server that stands for every producer. */
const made = madeRefresh(false);
const refresh = made.refresh.bind(made);
const lines = (outcomes: Outcome[]) => outcomes.map((outcome) => outcomeLine(outcome, false));

describe("a refresh of all sources", () => {
  it("writes a snapshot of each with its lock, and nothing when it is run again", async () => {
    const outcomes = await refresh([]);
    expect(lines(outcomes).filter((line) => !line.startsWith("changed"))).toEqual([]);
    expect(exitCodeOf(outcomes)).toBe(10);
    const { snapshots } = made.snapshots.lock();
    expect(Object.keys(snapshots)).toEqual(
      producers.flatMap(({ id, datasets }) => datasets.map((one) => `${id}/${one.id}`)).sort(),
    );
    for (const [source, entry] of Object.entries(snapshots)) {
      expect(entry, source).toMatchObject({ retrieved: "2026-11-30T12:00:00.000Z" });
      expect(entry.licence.length * entry.citation.length * entry.answers.length).toBeGreaterThan(0);
      const { read, kept, elsewhere, empty, leftOut } = entry.account;
      expect(kept + elsewhere + empty + leftOut, source).toBe(read);
      expect(made.snapshots.read(source)).toHaveLength(entry.rows);
    }
    const before = made.contents();
    const again = await refresh([]);
    expect(again.map(({ kind }) => kind)).toEqual(again.map(() => "unchanged"));
    expect(exitCodeOf(again)).toBe(0);
    expect(made.contents()).toEqual(before);
  });

  it("keeps an earlier edition beside a later one: the same year in both is two readings", async () => {
    await refresh(["undesa"]);
    const snapshots = made.snapshots;
    const of2020 = ["undesa/migrant-stock-2020", "undesa/migrant-stock-2024"].map((source) =>
      snapshots
        .read(source)!
        .filter(
          ({ period, place, series }) =>
            period === "2020" && place === "276" && series.endsWith("both-sexes"),
        ),
    );
    expect(of2020.map((found) => found.map(({ edition }) => edition))).toEqual([["2020"], ["2024"]]);
  });

  it("writes nothing in a dry run, and says what would change", async () => {
    const outcomes = await refresh(["worldbank/population"], { dryRun: true });
    expect(outcomes.map((outcome) => outcomeLine(outcome, true))[0]).toMatch(
      /^would change {4}worldbank\/population: \d+ rows, \d+ added/,
    );
    expect(made.contents()).toEqual({});
  });

  it("asks for later years alone with --since, and keeps the earlier ones", async () => {
    await refresh(["worldbank/population"]);
    const before = made.snapshots.read("worldbank/population")!;
    made.server.answer((_request, response, url) => {
      const rows = JSON.parse(JSON.stringify(before)) as typeof before;
      const later = rows
        .filter(({ period }) => period >= "2020")
        .map(({ place, period, value, series }) => ({
          indicator: { id: series },
          country: { id: place },
          countryiso3code: place,
          date: period,
          value: value! + 1,
        }));
      expect(url.searchParams.get("date")).toBe("2020:2100");
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(JSON.stringify([{ page: 1, pages: 1, total: later.length }, later]));
    });
    const [outcome] = await refresh(["worldbank/population"], { since: 2020 });
    expect(outcome).toMatchObject({ kind: "changed", added: 0, removed: 0 });
    const after = made.snapshots.read("worldbank/population")!;
    expect(after.map(({ value, period }) => value! - (period >= "2020" ? 1 : 0))).toEqual(
      before.map(({ value }) => value),
    );
  });

  it("asks whether an answer changed, and takes 304 without a body for no", async () => {
    const tagged: Answering = (request, response, url) => {
      if (request.headers["if-none-match"] === '"one"') return void response.writeHead(304).end();
      response.setHeader("ETag", '"one"');
      void url;
      return null;
    };
    made.server.answer(tagged);
    await refresh(["worldbank/population"]);
    const before = made.contents();
    made.server.answer(tagged);
    const [outcome] = await refresh(["worldbank/population"]);
    expect(outcome).toMatchObject({ kind: "unchanged" });
    expect(made.server.asked).toHaveLength(1);
    expect(made.contents()).toEqual(before);
  });

  it("goes on where it was stopped", async () => {
    made.server.answer((_request, response, url) => {
      if (url.pathname.includes("2024")) return void response.destroy();
      return null;
    });
    expect((await refresh(["undesa"])).map(({ kind }) => kind)).toEqual(["changed", "failed"]);
    made.server.answer();
    expect((await refresh(["undesa/migrant-stock-2024"])).map(({ kind }) => kind)).toEqual(["changed"]);
  });

  it("refuses a producer without a licence or a citation", async () => {
    const [producer] = producers;
    const bare = { ...producer!, licence: "", citation: " " };
    const outcomes = await refreshAll(
      { wanted: [{ producer: bare, datasets: bare.datasets }] },
      made.options(),
    );
    expect(lines(outcomes)[0]).toContain(
      "its file names no licence and no citation. There is no snapshot of it yet.",
    );
    expect(made.contents()).toEqual({});
  });

  it("refuses a producer whose figures may not be passed on", async () => {
    const closed = { ...producers[0]!, mayBePassedOn: false };
    const wanted = [{ producer: closed, datasets: closed.datasets }];
    const outcomes = await refreshAll({ wanted }, made.options());
    expect(lines(outcomes)[0]).toContain(
      "expected a licence of European Central Bank that allows copies to be published; its file says that it does not",
    );
    expect(made.contents()).toEqual({});
  });
});
