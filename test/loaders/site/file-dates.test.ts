import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { lastModified } from "../../../loaders/site/file-headers.js";
import { serveSite } from "../../../loaders/site/serve.js";
import { ask, makeFolder } from "../../support/site/small-site.js";

async function serve() {
  const { folder, remove } = makeFolder({ "index.html": "page", "a.csv": "first" });
  const { url, close } = await serveSite(folder);
  onTestFinished(() => close().then(remove));
  return { path: join(folder, "a.csv"), get: (headers = {}) => ask(url, "/a.csv", headers) };
}

describe("a file that was changed just now", () => {
  it("has no date yet, and is never taken for the one before by its date alone", async () => {
    const { path, get } = await serve();
    // A time to come stands still, however busy the machine is: for the server it is as young as one of this moment.
    const soon = Math.ceil(Date.now() / 1000) + 3600;
    utimesSync(path, soon, soon);
    const before = await get();
    expect(before.headers["last-modified"]).toBeUndefined();
    writeFileSync(path, "other");
    utimesSync(path, soon, soon + 0.5);
    const date = new Date(soon * 1000).toUTCString();
    const same = await get({ "if-modified-since": date });
    expect([same.status, same.text]).toEqual([200, "other"]);
    const part = await get({ "if-range": date, range: "bytes=3-" });
    expect([part.status, part.text]).toEqual([200, "other"]);
    const { headers } = same;
    expect(headers.etag).not.toBe(before.headers.etag);
    expect((await get({ "if-none-match": headers.etag })).status).toBe(304);
    expect((await get({ "if-range": headers.etag, range: "bytes=3-" })).text).toBe("er");
  });

  it("has one once nothing else can have the same", async () => {
    const { get } = await serve();
    const { headers } = await get();
    expect((await get({ "if-modified-since": headers["last-modified"] })).status).toBe(304);
    const now = Date.UTC(2026, 10, 29, 12, 0, 5, 999);
    expect(lastModified(now - 2000, now)).toBe("Sun, 29 Nov 2026 12:00:03 GMT");
    for (const age of [1999, 0, -5000]) expect(lastModified(now - age, now)).toBeUndefined();
  });
});
