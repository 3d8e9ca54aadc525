import { createServer as createSecureServer } from "node:https";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dispatcherFor } from "../../loaders/upstream/fetch-answer.js";
import { exitCodeOf, outcomeLine } from "../../loaders/upstream/outcome-lines.js";
import { producers } from "../../loaders/upstream/producers.js";
import { readArguments } from "../../loaders/upstream/read-arguments.js";
import { refreshAll } from "../../loaders/upstream/refresh-all.js";
import type { Outcome } from "../../loaders/upstream/refresh-dataset.js";
import { SnapshotFolder } from "../../loaders/upstream/snapshot-folder.js";
import {
  ecbAnswer,
  eurostatAnswer,
  eurostatCsvAnswer,
  unhcrAnswer,
  worldBankAnswer,
} from "../support/upstream/good-answers.js";
import { snapshotContents } from "../support/upstream/snapshot-contents.js";
import { serveUpstream, type Answering, type UpstreamServer } from "../support/upstream/upstream-server.js";

/** What producers and the ways to them do wrong, over real HTTP. After each, the last snapshot is there as it was. */
let server: UpstreamServer;
let folder = "";
let before: Record<string, string> = {};
const limits = { connect: 1000, headers: 200, body: 200, mostBytes: 50e6 };

const refresh = (source: string, upstream = server.url): Promise<Outcome[]> =>
  refreshAll(readArguments([source], producers), {
    folder: new SnapshotFolder(folder),
    asking: { dispatcher: dispatcherFor(limits), limits },
    since: null,
    dryRun: false,
    corrections: [],
    accept: false,
    upstream,
    now: () => Date.parse("2026-11-30T12:00:00Z"),
    patience: { wait: 10, tries: 3 },
    retry: { retries: 1, minTimeout: 5, maxWaitSeconds: 2 },
  });

const contents = () => snapshotContents(folder);

beforeAll(async () => {
  server = await serveUpstream();
  folder = mkdtempSync(join(tmpdir(), "arrivals-faults-"));
  for (const source of ["worldbank/population", "unhcr", "eurostat", "ecb", "undesa/migrant-stock-2024"])
    expect((await refresh(source)).map(({ fault }) => fault)).toEqual(
      (await refresh(source)).map(() => null),
    );
  before = contents();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  countryiso3code: string;
  date: string;
  value: number | null;
  [name: string]: unknown;
}
const type = { "Content-Type": "application/json" };
/** The good answer of the World Bank with its rows changed. */
const rows =
  (change: (rows: Row[]) => object[], all?: number): Answering =>
  (_request, response, url) => {
    const [meta, given] = JSON.parse(worldBankAnswer(url).body as string) as [Record<string, unknown>, Row[]];
    const changed = change(given);
    response.writeHead(200, type).end(JSON.stringify([{ ...meta, total: all ?? changed.length }, changed]));
  };
const text =
  (body: string | Uint8Array, status = 200, headers: Record<string, string> = type): Answering =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const good = (url: string) => worldBankAnswer(new URL(url, "http://127.0.0.1")).body as string;
/** Pages of the World Bank: three, with the rows shared out. */
const pages =
  (
    change: (
      page: number,
      made: { meta: Record<string, unknown>; rows: Row[] },
    ) => { meta: object; rows: Row[] },
  ): Answering =>
  (_request, response, url) => {
    const [meta, given] = JSON.parse(worldBankAnswer(url).body as string) as [Record<string, unknown>, Row[]];
    const page = Number(url.searchParams.get("page"));
    const third = Math.ceil(given.length / 3);
    const made = {
      meta: { ...meta, page, pages: 3, total: given.length },
      rows: given.slice((page - 1) * third, page * third),
    };
    const { meta: told, rows } = change(page, made);
    response.writeHead(200, type).end(JSON.stringify([told, rows]));
  };

const population = "worldbank/population";
const asynchronous =
  '{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously."}}';
/** Eurostat's table comes as CSV, as it is never ready in JSON-stat. */
const asCsv =
  (change: (body: string) => string, csvType = "text/csv"): Answering =>
  (_request, response, url) => {
    const isCsv = url.pathname.includes("/sdmx/");
    response
      .writeHead(200, { "Content-Type": isCsv ? csvType : "application/json" })
      .end(isCsv ? change(eurostatCsvAnswer(url).body as string) : asynchronous);
  };
type Case = [name: string, source: string, answer: Answering, says: RegExp];
const cases: Case[] = [
  ["status 500 that stays", population, text("ill", 500), /status 500 came \(“ill”\)/],
  [
    "status 502, as of a producer that is down",
    population,
    text("", 502),
    /status 502 came.*The producer refuses it today: try again later\./,
  ],
  [
    "status 400 for an address that worked",
    population,
    text("no", 400),
    /status 400 came.*The producer refuses it today/,
  ],
  [
    "429 with more seconds than anybody waits",
    population,
    text("", 429, { "Retry-After": "3600" }),
    /status 429 came.*wants fewer questions/,
  ],
  ["404", population, text("gone", 404), /status 404 came.*Look up the new address/],
  ["headers that never come", population, () => {}, /nothing came for too long/],
  [
    "a body that stops",
    population,
    (_request, response, url) => void response.writeHead(200, type).write(good(url.href).slice(0, 500)),
    /stopped in the middle for too long/,
  ],
  [
    "a body cut in the middle, its length known",
    population,
    (_request, response, url) => {
      const body = good(url.href);
      response
        .writeHead(200, { ...type, "Content-Length": String(body.length) })
        .write(body.slice(0, 500), () => response.destroy());
    },
    /was cut off in the middle/,
  ],
  [
    "a body cut in the middle, its length unknown",
    population,
    (_request, response, url) => {
      response.writeHead(200, { ...type, Connection: "close" });
      response.socket!.write("");
      response.write(good(url.href).slice(0, 500), () => response.socket!.destroy());
    },
    /was cut off in the middle|no whole JSON/,
  ],
  [
    "a body cut in the middle that ends as if it were whole",
    population,
    (_request, response, url) => void response.writeHead(200, type).end(good(url.href).slice(0, 500)),
    /500 bytes came that are no whole JSON/,
  ],
  [
    "another type of file",
    population,
    text("GIF89a", 200, { "Content-Type": "image/gif" }),
    /the answer says that it is image\/gif/,
  ],
  [
    "gzip that cannot be unpacked",
    population,
    (_request, response, url) =>
      void response
        .writeHead(200, { ...type, "Content-Encoding": "gzip" })
        .end(gzipSync(good(url.href)).subarray(0, 60).fill(7, 20)),
    /cannot be unpacked/,
  ],
  [
    "bytes that are no UTF-8",
    population,
    text(new Uint8Array([0x5b, 0xff, 0xfe])),
    /bytes came that are none/,
  ],
  [
    "a web page with status 200",
    population,
    text("<!doctype html>\n<html><title>Service unavailable</title>", 200, { "Content-Type": "text/html" }),
    /a web page came in its place \(“Service unavailable”\)/,
  ],
  [
    "the producer's words of an error with status 200",
    population,
    text(
      '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]',
    ),
    /the producer answers “Invalid value: The provided parameter value is not valid”/,
  ],
  [
    "no data, asked for once",
    population,
    text('[{"page":0,"pages":0,"per_page":0,"total":0},null]'),
    /no data came/,
  ],
  [
    "UNHCR's answer without rows, with status 200",
    "unhcr",
    text('{"page":1,"short-url":"X","maxPages":0,"total":[],"items":[]}'),
    /no data came/,
  ],
  [
    "UNHCR's welcome in the place of a table",
    "unhcr",
    text('{"message":"Welcome to the API","path":"http://api.unhcr.org/"}'),
    /“Welcome to the API”/,
  ],
  [
    "Eurostat's 413 that stays for a single country",
    "eurostat/population-by-birth",
    text('{"error":[{"status":413,"label":"EXTRACTION_TOO_BIG: max authorised is 5000000"}]}', 413),
    /too large|status 413/,
  ],
  [
    "names in the place of codes, where Eurostat's table comes as CSV",
    "eurostat/cities-by-birth",
    asCsv((body) => body.replaceAll(",A,", ",Annual,")),
    /“Annual” as freq, which is a name and no code/,
  ],
  [
    "a column of Eurostat's CSV that is gone",
    "eurostat/cities-by-birth",
    asCsv((body) => body.replace("OBS_VALUE", "VALUE")),
    /it lacks OBS_VALUE/,
  ],
  [
    "Eurostat's words of an error in XML",
    "eurostat/cities-by-birth",
    asCsv(
      () =>
        '<?xml version="1.0"?><S:Fault xmlns:S="x"><faultcode>150</faultcode><faultstring>INVALID_QUERY_DIMENSION_VALUE: no</faultstring></S:Fault>',
      "application/xml",
    ),
    /the producer answers “INVALID_QUERY_DIMENSION_VALUE: no”/,
  ],
  [
    "Eurostat's table that is ready in neither format",
    "eurostat/cities-by-birth",
    text(asynchronous),
    /it was not ready after 0 s/,
  ],
  [
    "a table of Eurostat's that is gone",
    "eurostat/population-by-birth",
    text(
      '{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4: XYZ is not available for dissemination."}]}',
    ),
    /ERR_NOT_FOUND_4/,
  ],
  [
    "a column that is gone",
    population,
    rows((all) => all.map((row) => ({ ...row, value: undefined }))),
    /“1\.0\.value” is undefined/,
  ],
  [
    "a column of another name",
    population,
    rows((all) => all.map(({ value, ...row }) => ({ ...row, amount: value }))),
    /“1\.0\.value” is undefined/,
  ],
  [
    "a number written as text",
    population,
    rows((all) => all.map((row) => ({ ...row, value: `${row.value}` }))),
    /“1\.0\.value” is "/,
  ],
  [
    "a column that comes twice",
    "ecb",
    text("FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE,OBS_VALUE\nD,USD,2025-01-02,1.03,1.04\n", 200, {
      "Content-Type": "text/csv",
    }),
    /a column comes twice/,
  ],
  [
    "another series in the place of ours",
    population,
    rows((all) => all.map((row) => ({ ...row, indicator: { id: "SP.URB.TOTL" } }))),
    /SP\.URB\.TOTL came too/,
  ],
  [
    "a unit a thousand times smaller",
    population,
    rows((all) =>
      all.map((row) => ({
        ...row,
        value: row.value && row.value * 1e-3 < 1000 ? 1000 : row.value && row.value / 1000,
      })),
    ),
    /times smaller.*changed its unit/,
  ],
  [
    "a value out of range",
    population,
    rows((all) => all.map((row, i) => (i === 0 ? { ...row, value: -4 } : row))),
    /numbers from 1000 to 2000000000; -4 came for SP\.POP\.TOTL\|ARG\|\|2010\|/,
  ],
  [
    "a third of the rows gone",
    population,
    rows((all) => all.filter((_, i) => i % 5 > 1)),
    /numbers, as last time; \d+ came: \d\d % are gone/,
  ],
  [
    "the same row twice",
    population,
    rows((all) => [...all, all[0]!]),
    /one number for each series, place and period; two came for SP\.POP\.TOTL\|ARG/,
  ],
  [
    "fewer rows than were announced",
    population,
    rows((all) => all.slice(3), 270),
    /270 rows on 1 pages; 267 rows came/,
  ],
  [
    "a redirect to another host",
    population,
    (_request, response) => void response.writeHead(302, { Location: "http://localhost:9/elsewhere" }).end(),
    /it leads to http:\/\/localhost:9/,
  ],
  [
    "redirects in a circle",
    population,
    (_request, response, url) => void response.writeHead(302, { Location: url.pathname + url.search }).end(),
    /leads on more than 5 times/,
  ],
  [
    "workbook bytes that are none",
    "undesa/migrant-stock-2024",
    text("<html><title>Access denied</title>", 200, { "Content-Type": "text/html" }),
    /no workbook/,
  ],
  [
    "403 for a program that does not name itself as a browser",
    "undesa/migrant-stock-2024",
    text("", 403),
    /refuses this program today/,
  ],
];

describe("after each of these the last snapshot is there as it was, and the message says what came", () => {
  it.each(cases)("%s", async (_name, source, answer, says) => {
    server.answer(answer);
    const outcomes = await refresh(source);
    const line = outcomeLine(outcomes[0]!, false);
    expect(line).toMatch(says);
    expect(line).toContain(source.split("/")[0]);
    expect(line).toMatch(/: expected .+; .+\. The last good snapshot stays\. [A-Z].+\.$/);
    expect(outcomes[0]!.fault!.address).toMatch(/^https?:/);
    expect(exitCodeOf(outcomes)).toBe(1);
    expect(contents()).toEqual(before);
  });

  it.each([
    [
      "a page comes again",
      (page: number) => (page === 3 ? { page: 2 } : {}),
      /expected page 3 of 3; page 2 came/,
    ],
    [
      "the number of rows changes in between",
      (page: number) => (page === 2 ? { total: 999 } : {}),
      /number of rows changed from 270 to 999/,
    ],
    [
      "the number of pages changes in between",
      (page: number) => (page === 3 ? { pages: 4 } : {}),
      /number of pages changed to 4/,
    ],
  ] as const)("%s", async (_name, told, says) => {
    server.answer(pages((page, { meta, rows }) => ({ meta: { ...meta, ...told(page) }, rows })));
    const outcomes = await refresh(population);
    expect(outcomeLine(outcomes[0]!, false)).toMatch(says);
    expect(contents()).toEqual(before);
  });

  it.each([
    [
      "the rows of a page come again under another number",
      (page: number, all: Row[][]) => (page === 3 ? all[1]! : all[page - 1]!),
      /the rows of page 2 came again/,
    ],
    [
      "a page is missing",
      (page: number, all: Row[][]) => (page === 2 ? [] : all[page - 1]!),
      /page 2 of 3; a page without rows came/,
    ],
  ] as const)("%s", async (_name, rowsOf, says) => {
    const shares: Row[][] = [];
    server.answer((request, response, url, times) => {
      const [, given] = JSON.parse(worldBankAnswer(url).body as string) as [unknown, Row[]];
      const third = Math.ceil(given.length / 3);
      for (const i of [0, 1, 2]) shares[i] = given.slice(i * third, (i + 1) * third);
      return pages((page, { meta }) => ({ meta, rows: rowsOf(page, shares) }))(request, response, url, times);
    });
    const outcomes = await refresh(population);
    expect(outcomeLine(outcomes[0]!, false)).toMatch(says);
    expect(contents()).toEqual(before);
  });

  // A certificate is made for the test: no key stands in the project.
  const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
  it.skipIf(!hasOpenssl)("a certificate that nobody trusts", async () => {
    const made = mkdtempSync(join(tmpdir(), "arrivals-certificate-"));
    const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(made, name));
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        key!,
        "-out",
        cert!,
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
      ],
      { stdio: "ignore" },
    );
    const secure = createSecureServer(
      { key: readFileSync(key!), cert: readFileSync(cert!) },
      (_request, response) => response.end("[]"),
    );
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    try {
      const outcomes = await refresh(
        population,
        `https://127.0.0.1:${(secure.address() as AddressInfo).port}/`,
      );
      expect(outcomeLine(outcomes[0]!, false)).toMatch(
        /certificate of the host is not trusted.*NODE_EXTRA_CA_CERTS/,
      );
      expect(contents()).toEqual(before);
    } finally {
      secure.close();
      rmSync(made, { recursive: true });
    }
  });

  it("a host that is not there", async () => {
    const outcomes = await refresh(population, "http://127.0.0.1:9/");
    expect(outcomeLine(outcomes[0]!, false)).toMatch(/the host does not answer.*HTTPS_PROXY/);
    expect(contents()).toEqual(before);
  });
});

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
  void response.writeHead(200, type).write("[", () => response.destroy());

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
    server.answer(failingOnce(fail));
    const outcomes = await refresh(source);
    expect(outcomes.map(({ kind, fault }) => [kind, fault])).toEqual([["unchanged", null]]);
    expect(contents()).toEqual(before);
  });

  it.each(["population-by-birth", "cities-by-birth"])(
    "Eurostat's %s that is never ready in JSON-stat comes as CSV, with the same figures",
    async (table) => {
      await refresh(`eurostat/${table}`);
      const good = contents();
      expect(new SnapshotFolder(folder).read(`eurostat/${table}`)!.map(({ status }) => status)).toContain(
        "suppressed",
      );
      server.answer(asCsv((body) => body));
      const outcomes = await refresh(`eurostat/${table}`);
      expect(outcomes.map(({ kind, fault }) => [kind, fault])).toEqual([["unchanged", null]]);
      expect(server.asked.map((address) => address.includes("/sdmx/2.1/data/"))).toEqual([false, true]);
      expect(contents()).toEqual(good);
    },
  );

  it("a table that is too large is asked for in halves", async () => {
    server.answer((_request, response, url) => {
      if (url.searchParams.getAll("geo").length > 3)
        return void response
          .writeHead(413, type)
          .end('{"error":[{"status":413,"label":"EXTRACTION_TOO_BIG"}]}');
      return null;
    });
    const outcomes = await refresh("eurostat/population-by-birth");
    expect(outcomes[0]!.fault).toBeNull();
    expect(outcomes[0]!.kind).toBe("changed");
    const places = server.asked.map(
      (address) => new URL(address, server.url).searchParams.getAll("geo").length,
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
