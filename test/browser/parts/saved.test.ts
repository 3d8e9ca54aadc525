import { build } from "esbuild";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Saved } from "../../../src/scenario/saved.js";
import { launchChromium } from "../../../loaders/chromium.js";
import { rowsOf } from "../../support/model/real-model.js";
import { today } from "../../support/model/any-document.js";

/** What the bundle puts into the page: the module itself, on the evidence of this project. */
interface Tools {
  Saved: typeof Saved;
  today: typeof today;
  cut: (horizon: number) => Parameters<Saved["save"]>[1];
  record: (horizon: number) => Record<string, unknown>;
  openDB: (typeof import("idb"))["openDB"];
  saved: Saved;
  heard: number;
}
declare global {
  var arrivals: Tools;
}

const rows = Object.fromEntries(
  ["cities", "initiatives", "partnerships", "rounds", "assumptions"].map((table) => [table, rowsOf(table)]),
);
const entry = `
import { openDB } from "idb";
import { readModel } from "./src/model/scenario.js";
import { recordOf } from "./src/scenario/record.js";
import { untouched } from "./src/scenario/document.js";
import { Saved } from "./src/scenario/saved.js";
const today = { model: readModel(${JSON.stringify(rows)}).value, dataVersion: "3f2a8c10" };
const cut = (horizon) => ({ ...untouched, horizon, levers: [{ kind: "funding", city: "rotterdam", change: -0.5 }] });
globalThis.arrivals = { Saved, today, cut, record: (horizon) => recordOf(cut(horizon), today), openDB, heard: 0 };
const opened = await Saved.open(today);
if (opened.ok) {
  arrivals.saved = opened.value;
  arrivals.saved.subscribe(() => arrivals.heard++);
}
document.title = opened.ok ? "ready" : opened.faults[0].message;
`;

let browser: Browser;
let server: Server;
let address: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const bundle = await build({
    stdin: { contents: entry, resolveDir: new URL("../../../", import.meta.url).pathname },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  server = createServer((request, response) => {
    const script = request.url === "/saved.js";
    // A closed frame has no origin, and still must be given the script.
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("content-type", script ? "text/javascript" : "text/html; charset=utf-8");
    if (script) response.end(bundle.outputFiles[0]!.text);
    else if (request.url === "/closed")
      response.end('<iframe sandbox="allow-scripts" src="/" title="closed"></iframe>');
    else response.end('<!doctype html><title>…</title><script type="module" src="/saved.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await tab();
});
afterEach(() => context.close());

async function tab(): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  await page.waitForFunction(() => document.title === "ready");
  return page;
}

/** Names in the list, the unreadable with a mark. */
const names = (page: Page) =>
  page.evaluate(async () => {
    const list = await arrivals.saved.list();
    return list.ok
      ? list.value.map((d) => d.name + (d.opening.ok ? "" : " (unreadable)"))
      : list.faults[0]!.message;
  });
const save = (page: Page, name: string, now: number) =>
  page.evaluate(([name, now]) => arrivals.saved.save(name, arrivals.cut(7), now), [name, now] as const);
/** Id of a saved scenario by its name. */
const idOf = (page: Page, name: string) =>
  page.evaluate(async (name) => {
    const list = await arrivals.saved.list();
    return list.ok ? list.value.find((d) => d.name === name)!.id : "";
  }, name);

describe("saved scenarios", () => {
  test("are listed newest first, with what was saved, and are there after a reload", async () => {
    await save(page, "  First\n cut ", 1000);
    await save(page, "<b>Second</b>", 2000);
    expect(await names(page)).toEqual(["<b>Second</b>", "First cut"]);
    await page.reload();
    await page.waitForFunction(() => document.title === "ready");
    const list = await page.evaluate(() => arrivals.saved.list());
    expect(list).toMatchObject({
      ok: true,
      value: [{ saved: 2000 }, { saved: 1000, opening: { ok: true, value: { document: { horizon: 7 } } } }],
    });
    expect(list.ok && list.value[0]!.opening).toMatchObject({
      value: {
        record: { dataVersion: "3f2a8c10", basis: { cities: today.model.baseline.cities } },
        differences: { sentences: [] },
      },
    });
  });

  test("from a file keep the evidence they were made on; what cannot be read is refused, with why", async () => {
    const kept = await page.evaluate(async () => {
      const record = { ...arrivals.record(4), dataVersion: "00000000", name: "Of the file", coverage: 0.5 };
      const good = await arrivals.saved.keep(" From a file ", record, 1000);
      const bad = await arrivals.saved.keep("Bad", { ...record, schemaVersion: 99 }, 1000);
      return { good, bad, raw: good.ok ? await arrivals.saved.raw(good.value.id) : null };
    });
    expect(kept.good).toMatchObject({ ok: true, value: { name: "From a file" } });
    expect(kept.bad.ok ? "" : kept.bad.faults[0]!.message).toMatch(
      /^It cannot be saved: it was made with a newer Arrivals/,
    );
    expect(kept.raw).toMatchObject({
      ok: true,
      value: { record: { dataVersion: "00000000", coverage: 0.5 } },
    });
    expect(kept.raw?.ok && "name" in (kept.raw.value.record as object)).toBe(false);
    const list = await page.evaluate(() => arrivals.saved.list());
    expect(list.ok && list.value.map(({ name }) => name)).toEqual(["From a file"]);
    expect(list.ok && list.value[0]!.opening).toMatchObject({
      value: { record: { dataVersion: "00000000" }, differences: { coverageThen: 0.5 } },
    });
  });

  test("give out what is kept as it is, and say where there is none", async () => {
    await save(page, "Cut", 1000);
    const id = await idOf(page, "Cut");
    const raw = await page.evaluate((id) => arrivals.saved.raw(id), id);
    expect(raw).toMatchObject({ ok: true, value: { id, name: "Cut", record: { dataVersion: "3f2a8c10" } } });
    await page.evaluate((id) => arrivals.saved.remove(id, 1), id);
    const gone = await page.evaluate((id) => arrivals.saved.raw(id), id);
    expect(gone).toMatchObject({
      ok: false,
      faults: [{ message: expect.stringContaining("not saved any more") as string }],
    });
  });

  test("reach a second tab, which is told of each change", async () => {
    const other = await tab();
    await save(page, "Cut", 1000);
    await other.waitForFunction(() => arrivals.heard === 1);
    expect(await names(other)).toEqual(["Cut"]);
    const id = await idOf(other, "Cut");
    await other.evaluate((id) => arrivals.saved.rename(id, "Deep cut"), id);
    await page.waitForFunction(() => arrivals.heard === 2);
    expect(await names(page)).toEqual(["Deep cut"]);
  });

  test("of two tabs that save at once are all kept, under names that differ", async () => {
    const other = await tab();
    const many = (page: Page) =>
      page.evaluate(() =>
        Promise.all(Array.from({ length: 10 }, () => arrivals.saved.save("Cut", arrivals.cut(6), 1))),
      );
    const done = (await Promise.all([many(page), many(other)])).flat();
    expect(done.every(({ ok }) => ok)).toBe(true);
    const list = (await names(page)) as string[];
    expect(new Set(list).size).toBe(20);
    expect(list).toContain("Cut");
    expect(list).toContain("Cut (20)");
  });

  test("are renamed, copied, replaced", async () => {
    await save(page, "Cut", 1000);
    await save(page, "Other", 2000);
    const id = await idOf(page, "Cut");
    const did = await page.evaluate(
      async (id) => [
        await arrivals.saved.duplicate(id, 3000),
        await arrivals.saved.rename(id, "Other"),
        await arrivals.saved.rename(id, "Other (2)"),
        await arrivals.saved.replace(id, arrivals.cut(9), 4000),
        await arrivals.saved.rename(id, "   "),
        await arrivals.saved.rename("nobody", "x"),
        await arrivals.saved.save("y".repeat(200), arrivals.cut(2), 1),
      ],
      id,
    );
    expect(did).toMatchObject([
      { value: { name: "Cut (2)" } },
      { value: { id, name: "Other (2)" } },
      { value: { id, name: "Other (2)" } },
      { value: { id, name: "Other (2)" } },
      { ok: false, faults: [{ message: expect.stringContaining("needs a name") }] },
      { ok: false, faults: [{ message: expect.stringContaining("not saved any more") }] },
      { value: { name: "y".repeat(80) } },
    ]);
    const list = await page.evaluate(() => arrivals.saved.list());
    if (!list.ok) throw new Error(list.faults[0]!.message);
    expect(
      list.value.map((d) => [d.name, d.saved, d.opening.ok && d.opening.value.document.horizon]),
    ).toEqual([
      ["Other (2)", 4000, 9],
      ["Cut (2)", 3000, 7],
      ["Other", 2000, 7],
      ["y".repeat(80), 1, 2],
    ]);
  });

  test("that were deleted come back until they are purged", async () => {
    await save(page, "Cut", 1000);
    const id = await idOf(page, "Cut");
    await page.evaluate((id) => arrivals.saved.remove(id, 5000), id);
    expect(await names(page)).toEqual([]);
    await page.reload();
    await page.waitForFunction(() => document.title === "ready");
    await save(page, "Cut", 6000);
    const back = await page.evaluate((id) => arrivals.saved.restore(id), id);
    expect(back).toEqual({ ok: true, value: { id, name: "Cut (2)" } });
    await page.evaluate((id) => arrivals.saved.remove(id, 5000), id);
    const purged = await page.evaluate(async (id) => {
      const early = await arrivals.saved.purge(5000);
      const late = await arrivals.saved.purge(5001);
      return [early, late, await arrivals.saved.restore(id)];
    }, id);
    expect(purged).toMatchObject([{ value: 0 }, { value: 1 }, { ok: false }]);
    expect(await names(page)).toEqual(["Cut"]);
  });

  test("that are damaged or newer are listed by name, spoil no other, and stay as they are", async () => {
    await save(page, "Sound", 1);
    const kept = await page.evaluate(async () => {
      const database = await arrivals.openDB("arrivals-scenarios");
      const newer = { ...arrivals.record(5), schemaVersion: 99, futureField: [1, 2] };
      await database.put("scenarios", { id: "newer", name: "From the future", saved: 5, record: newer });
      await database.put("scenarios", { id: "broken", name: "Broken", saved: 4, record: "?" });
      await database.put("scenarios", { id: "odd", name: { html: 1 }, saved: "never" });
      const tried = await Promise.all([
        arrivals.saved.rename("newer", "Mine"),
        arrivals.saved.replace("newer", arrivals.cut(3), 9),
        arrivals.saved.duplicate("broken", 9),
      ]);
      const list = await arrivals.saved.list();
      await arrivals.saved.remove("newer", 7);
      await arrivals.saved.restore("newer");
      const after = await database.get("scenarios", "newer");
      database.close();
      return { tried, list, same: JSON.stringify(after.record) === JSON.stringify(newer) };
    });
    expect(kept.same).toBe(true);
    expect(await names(page)).toEqual([
      "From the future (unreadable)",
      "Broken (unreadable)",
      "Sound",
      "(no name) (unreadable)",
    ]);
    expect(kept.tried).toMatchObject([
      {
        ok: false,
        faults: [{ message: expect.stringMatching(/“From the future” is kept as it is.*newer Arrivals/) }],
      },
      { ok: false },
      { ok: false },
    ]);
    const newer = kept.list.ok ? kept.list.value[0]!.opening : undefined;
    expect(newer).toMatchObject({
      ok: false,
      faults: [{ message: expect.stringMatching(/^it was made with a newer/) }],
    });
  });

  test("with an odd key, time, name or record hide no other; they are named, opened where they can be, and given out", async () => {
    await save(page, "Sound", 1);
    const done = await page.evaluate(async () => {
      const database = await arrivals.openDB("arrivals-scenarios");
      const record = arrivals.record(5);
      const round: Record<string, unknown> = { schemaVersion: 1 };
      round.round = round;
      const odd = [
        { id: "late", name: "Late", saved: 1e20, record },
        { id: 7, name: "Number", saved: 9, record },
        { id: ["a", 1], name: "List", saved: 8, record },
        { id: new Date(0), name: "Date", saved: 7, record },
        { id: new Uint8Array([1]).buffer, name: "Bytes", saved: 6, record },
        { id: "baseline", name: "Baseline", saved: 5, record },
        { id: "not-deleted", name: "Not deleted", saved: 4, deleted: 1e20, record },
        { id: "round", name: "Round", saved: 3, record: round },
        { id: "proto", name: "Proto", saved: 2, record: JSON.parse('{"__proto__":{"x":1}}') as unknown },
        { id: "", name: 5, saved: Number.NaN, record },
      ];
      for (const row of odd) await database.put("scenarios", row);
      database.close();
      const list = await arrivals.saved.list();
      if (!list.ok) return list.faults[0]!.message;
      const listed = list.value.map((d) => [d.name, d.saved, d.odd.join(), d.opening.ok]);
      const number = list.value.find(({ name }) => name === "Number")!.id;
      const renamed = await arrivals.saved.rename(number, "Seven");
      const copied = await arrivals.saved.duplicate(number, 10);
      const dated = list.value.find(({ name }) => name === "Date")!.id;
      const removed = await arrivals.saved.remove(dated, 1);
      const back = await arrivals.saved.restore(dated);
      const again = await arrivals.saved.list();
      return {
        listed,
        same: renamed.ok && renamed.value.id === number,
        did: [copied.ok && copied.value.name, removed.ok, back.ok],
        names: again.ok && again.value.map(({ name }) => name),
        raw: await arrivals.saved.raw(number),
      };
    });
    expect(done).toMatchObject({
      listed: [
        ["Number", 9, "id", true],
        ["List", 8, "id", true],
        ["Date", 7, "id", true],
        ["Bytes", 6, "id", true],
        ["Baseline", 5, "id", true],
        ["Not deleted", 4, "", true],
        ["Round", 3, "", false],
        ["Proto", 2, "", false],
        ["Sound", 1, "", true],
        ["(no name)", 0, "id,time,name", true],
        ["Late", 0, "time", true],
      ],
      same: true,
      did: ["Seven (2)", true, true],
      raw: { ok: true, value: { id: 7, name: "Seven" } },
    });
    expect((done as { names: string[] }).names.slice(0, 4)).toEqual(["Seven (2)", "Seven", "List", "Date"]);
  });

  test("without room for more say so, and keep what there was", async () => {
    // Before the first writing: the browser asks for the room left but once in a while.
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(address);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 60_000 });
    let full: Awaited<ReturnType<typeof save>> | undefined;
    let kept = 0;
    for (; kept < 100; kept++) {
      full = await save(page, `Cut ${kept}`, kept);
      if (!full.ok) break;
    }
    expect(full).toEqual({
      ok: false,
      faults: [{ message: expect.stringContaining("no room left") }],
    });
    expect(await names(page)).toHaveLength(kept);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin });
    expect(await save(page, "More", 2000)).toMatchObject({ ok: true });
  });

  test("where the browser keeps nothing say so", async () => {
    expect(await Saved.open(today)).toEqual({
      ok: false,
      faults: [{ message: expect.stringContaining("keeps nothing for this page") }],
    });
    await page.goto(`${address}closed`);
    const frame = page.frames()[1]!;
    await frame.waitForFunction(() => document.title.length > 10);
    expect(await frame.title()).toContain("keeps nothing for this page");
  });

  test("let a newer page renew the database, and say that this page must be reloaded", async () => {
    await save(page, "Cut", 1000);
    const other = await tab();
    await other.evaluate(async () => {
      arrivals.saved.close();
      (await arrivals.openDB("arrivals-scenarios", 2)).close();
    });
    expect(await save(page, "More", 2000)).toEqual({
      ok: false,
      faults: [{ message: expect.stringContaining("reload this page") }],
    });
    const message = await page.evaluate(async () => {
      const again = await arrivals.Saved.open(arrivals.today);
      return again.ok ? "" : again.faults[0]!.message;
    });
    expect(message).toContain("written by a newer Arrivals");
  });
});
