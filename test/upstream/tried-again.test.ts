import { describe, expect, it } from "vitest";
import { jsonType, population, text } from "../support/upstream/bank-answers.js";
import { asCsv, asynchronous } from "../support/upstream/eurostat-faults.js";
import { ecbAnswer, eurostatAnswer, unhcrAnswer } from "../support/upstream/good-answers.js";
import { keptSnapshots } from "../support/upstream/refused.js";
import type { Answering } from "../support/upstream/upstream-server.js";

/** What passes: a refresh tries again, and ends well. */
const kept = keptSnapshots([population, "eurostat"]);
const { made } = kept;

const slowClock: Answering = (_request, response) => {
  const its = Date.now() - 3_600_000;
  response.sendDate = false;
  response
    .writeHead(429, {
      Date: new Date(its).toUTCString(),
      "Retry-After": new Date(its + 1000).toUTCString(),
    })
    .end();
};
const cut: Answering = (_request, response) =>
  void response.writeHead(200, jsonType).write("[", () => response.destroy());

describe("what passes is tried again, and goes well", () => {
  const failingOnce =
    (fail: Answering): Answering =>
    (request, response, url, times) =>
      times === 1 ? fail(request, response, url, times) : null;
  it.each([
    ["500", text("ill", 500)],
    ["429 with seconds", text("", 429, { "Retry-After": "1" })],
    ["429 with a date, of a server whose clock is an hour slow", slowClock],
    ["a web page", text("<html><title>Busy</title>", 200, { "Content-Type": "text/html" })],
    ["a body that is cut", cut],
    ["Eurostat's table that is being prepared", text(asynchronous)],
  ])("%s", async (name, fail) => {
    const source = name.startsWith("Eurostat") ? "eurostat/cities-by-birth" : population;
    made.server.answer(failingOnce(fail));
    const outcomes = await made.refresh([source]);
    expect(outcomes.map(({ kind, fault }) => [kind, fault])).toEqual([["unchanged", null]]);
    expect(made.contents()).toEqual(kept.before);
  });

  it.each(["population-by-birth", "cities-by-birth"])(
    "Eurostat's %s that is never ready in JSON-stat comes as CSV, with the same figures",
    async (table) => {
      await made.refresh([`eurostat/${table}`]);
      const good = made.contents();
      expect(made.snapshots.read(`eurostat/${table}`)!.map(({ status }) => status)).toContain("suppressed");
      made.server.answer(asCsv((body) => body));
      const outcomes = await made.refresh([`eurostat/${table}`]);
      expect(outcomes.map(({ kind, fault }) => [kind, fault])).toEqual([["unchanged", null]]);
      expect(made.server.asked.map((address) => address.includes("/sdmx/2.1/data/"))).toEqual([false, true]);
      expect(made.contents()).toEqual(good);
    },
  );

  it("a table that is too large is asked for in halves", async () => {
    made.server.answer((_request, response, url) => {
      if (url.searchParams.getAll("geo").length > 3)
        return void response
          .writeHead(413, jsonType)
          .end('{"error":[{"status":413,"label":"EXTRACTION_TOO_BIG"}]}');
      return null;
    });
    const outcomes = await made.refresh(["eurostat/population-by-birth"]);
    expect(outcomes[0]!.fault).toBeNull();
    expect(outcomes[0]!.kind).toBe("changed");
    const places = made.server.asked.map(
      (address) => new URL(address, made.server.url).searchParams.getAll("geo").length,
    );
    expect(Math.max(...places)).toBeGreaterThan(3);
    expect(places.filter((some) => some <= 3).reduce((sum, some) => sum + some, 0)).toBe(Math.max(...places));
  });
});

it("the answers behind the cases are good ones", () => {
  const url = new URL("http://127.0.0.1/x?geo=DE&geo=PT&unit=NR");
  for (const { body } of [
    unhcrAnswer(["DEU"]),
    eurostatAnswer(url),
    ecbAnswer(new URL("http://127.0.0.1/ecb/D.USD.EUR")),
  ])
    expect(body.length).toBeGreaterThan(200);
});
