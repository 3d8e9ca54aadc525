import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveSite, type Site } from "../../../loaders/site/serve.js";
import { ask, makeFolder, sendBytes, smallFiles, statusesIn } from "../../support/site/small-site.js";

/** What a hostile or broken client may send: heads that are nearly right, and bytes that are nothing. */
const anyPath = fc.oneof(
  fc.constantFrom(
    "/",
    "/compare",
    "/guide/",
    "/data/digits.csv",
    "/database/engine.wasm.gz",
    "*",
    "",
    "//",
    "/_headers",
  ),
  fc.string({ unit: "binary-ascii" }).map((text) => `/${text}`),
  fc
    .array(
      fc.constantFrom(
        "..",
        "%2e%2e",
        "%00",
        "%",
        "%zz",
        "%ff",
        "\\",
        "%5c",
        "a",
        "",
        ".",
        "%2f",
        "guide",
        "\t",
      ),
    )
    .map((names) => `/${names.join("/")}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.nat(20_000).map((length) => `/${"a".repeat(length)}`),
);
const anyRange = fc.oneof(
  fc.nat(9).map((start) => `bytes=${start}-`),
  fc.constantFrom(
    "bytes=0-3",
    "bytes=5-2",
    "bytes=-10",
    "bytes=-",
    "bytes=0-0,2-3",
    "bytes=99999999999999999999-",
    "x=1-2",
  ),
  fc.tuple(fc.integer(), fc.integer()).map(([from, to]) => `bytes=${from}-${to}`),
  fc.array(fc.nat(12)).map((at) => `bytes=${at.join("-")}`),
);
const anyHeader = fc.oneof(
  anyRange.map((range) => `Range: ${range}`),
  fc.constantFrom(
    'If-Range: "x"',
    "If-Range: never",
    "If-None-Match: *",
    'If-None-Match: W/"',
    "If-Modified-Since: x",
  ),
  fc.constantFrom(
    "Connection: close",
    "Connection: Upgrade\r\nUpgrade: h2c",
    "Expect: 100-continue",
    "Expect: tea",
  ),
  fc.constantFrom(
    "Content-Length: 5",
    "Content-Length: -5",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: x",
  ),
  fc.string({ unit: "binary-ascii" }).map((value) => `Accept-Encoding: ${value}`),
  fc
    .tuple(fc.string({ unit: "binary-ascii" }), fc.string({ unit: "binary-ascii" }))
    .map((pair) => pair.join(": ")),
  fc.nat(30_000).map((length) => `X-Long: ${"x".repeat(length)}`),
);
const anyHead = fc
  .record({
    method: fc.oneof(
      fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "TRACE", "CONNECT", "PRI", "get", ""),
      fc.string({ unit: "binary-ascii", maxLength: 8 }),
    ),
    path: anyPath,
    version: fc.constantFrom("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9", "ICY", ""),
    host: fc.constantFrom("Host: a\r\n", "Host: a\r\n", "Host: a\r\nHost: b\r\n", ""),
    headers: fc.array(anyHeader, { maxLength: 4 }),
    end: fc.constantFrom("\r\n\r\n", "\r\n\r\n", "\r\n\r\n", "\n\n", "\r\n", "", "\r\n\r\nbody"),
  })
  .map(({ method, path, version, host, headers, end }) =>
    Buffer.from(`${method} ${path} ${version}\r\n${host}${headers.join("\r\n")}${end}`, "latin1"),
  );
/** Nothing odd but a header. */
const anyOddHeader = fc
  .tuple(
    fc.constantFrom("/", "/data/digits.csv", "/data/cities.csv", "/no", "/guide"),
    fc.oneof(
      anyRange.map((range) => `Range: ${range}`),
      anyHeader,
    ),
  )
  .map(([path, header]) => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: a\r\n${header}\r\n\r\n`, "latin1"));
const anyBytes = fc.oneof(
  { weight: 4, arbitrary: anyOddHeader },
  { weight: 6, arbitrary: anyHead },
  {
    weight: 2,
    arbitrary: fc.array(anyHead, { minLength: 2, maxLength: 8 }).map((heads) => Buffer.concat(heads)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)) },
);
/** How the client leaves: after an answer, at once, or by breaking off. */
const anyLeave = fc.constantFrom("answered", "answered", "end", "reset");

let site: Site;
let remove: () => void;
const said: string[] = [];

beforeAll(async () => {
  const made = makeFolder(smallFiles());
  remove = made.remove;
  site = await serveSite(made.folder, { warn: (message) => said.push(message) });
});
afterAll(async () => {
  await site.close();
  remove();
});

it("no request ends the server, and none is answered with 500", async () => {
  const requests = fc.sample(fc.record({ bytes: anyBytes, leave: anyLeave }), {
    seed: 20_261_129,
    numRuns: 600,
  });
  const statuses = new Set<number>();
  for (let at = 0; at < requests.length; at += 50) {
    const sent = requests.slice(at, at + 50).map(({ bytes, leave }) => {
      const { socket, answered } = sendBytes(site.url, bytes);
      if (leave === "end") socket.end();
      if (leave === "reset") socket.once("connect", () => socket.resetAndDestroy());
      if (leave === "answered") socket.once("data", () => socket.end());
      return { socket, answered };
    });
    expect((await ask(site.url, "/")).status).toBe(200);
    // Those that wait for the rest of a request are done, too.
    for (const { socket } of sent) socket.end();
    for (const { answered } of sent) for (const status of statusesIn(await answered)) statuses.add(status);
  }
  expect((await ask(site.url, "/")).status).toBe(200);
  expect(said).toEqual([]);
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  for (const status of [200, 206, 304, 307, 400, 404, 405, 416]) expect(statuses).toContain(status);
}, 60_000);
