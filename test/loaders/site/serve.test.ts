import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite, type Site } from "../../../loaders/site/serve.js";
import {
  ask,
  makeFolder,
  sendBytes,
  smallFiles,
  statusesIn,
  writeFiles,
} from "../../support/site/small-site.js";

const files = smallFiles();
let site: Site;
let folder: string;
let above: string;
let remove: () => void;
const get = (path: string, headers?: Record<string, string>, method?: string) =>
  ask(site.url, path, headers, method);

beforeAll(async () => {
  ({ folder, above, remove } = makeFolder(files));
  writeFileSync(join(above, "outside.txt"), "outside");
  site = await serveSite(folder);
});
afterAll(async () => {
  await site.close();
  remove();
});

describe("addresses", () => {
  it.each([
    "/",
    "/index",
    "/index.html",
    "/compare",
    "/compare.html",
    "/compare?a=b",
    "/guide/",
    "/guide/sql",
  ])("%s is a page", async (path) => {
    const { status, text, headers } = await get(path);
    expect({ status, text }).toEqual({ status: 200, text: files["index.html"] });
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });

  it.each([
    ["/practices/", "/practices"],
    ["/practices/?q=language%20course", "/practices?q=language%20course"],
    ["/practices/?q=%2520&x=a+b'()[\\]|%zz", "/practices?q=%2520&x=a+b'()[\\]|%zz"],
    ["/%70ractices/?", "/%70ractices?"],
    ["/guide", "/guide/"],
    ["/guide?city=s%C3%A3o%20paulo", "/guide/?city=s%C3%A3o%20paulo"],
    ["//guide//sql//", "/guide/sql"],
  ])("%s leads to %s as it came, and no browser keeps that", async (path, to) => {
    const { status, headers } = await get(path);
    expect({ status, to: headers.location }).toEqual({ status: 307, to });
    expect(headers["cache-control"]).toBe("no-cache");
  });

  it.each([
    "//evil.example/",
    "//evil.example",
    "/\\evil.example/",
    "//practices/",
    "/%2Fevil.example/",
    "//guide",
  ])("%s leads to no other host", async (path) => {
    const { status, headers } = await get(path);
    if (status === 307) expect(headers.location).toMatch(/^\/(practices|guide\/)$/);
    else expect(status).toBe(404);
  });

  it("a lost address is answered with the site's page for it, which nobody keeps", async () => {
    for (const path of ["/no", "/guide/no", "/no/", "/compare.html/", "/compare/no", "/data/", "/data"]) {
      const { status, text, headers } = await get(path);
      expect({ path, status, text }).toEqual({ path, status: 404, text: files["404.html"] });
      expect(headers["cache-control"]).toBe("no-cache");
      expect(headers.etag).toBeUndefined();
    }
  });

  it.each([
    "/_headers",
    "/%5Fheaders",
    "/_HEADERS",
    "/_headers/",
    "/.well/known.txt",
    "/data/.secret",
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/%252e%252e/outside.txt",
    "/..%252foutside.txt",
    "/data/../../outside.txt",
    "/data/..%5c..%5coutside.txt",
    "/..\\outside.txt",
    "/guide/../compare",
    "/guide%2Fsql",
    "/a%0d%0aSet-Cookie:x",
  ])("%s is not served", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it("names longer than any file's are not served", async () => {
    for (const path of [`/${"a".repeat(12_000)}`, `/${"a/".repeat(6_000)}`, `/${"%61".repeat(4_000)}.html`])
      expect((await get(path)).status).toBe(404);
  });

  it.each(["/%", "/%zz", "/%c0%ae%c0%ae/outside.txt", "/compare%00.html", "/%ff", "*"])(
    "%s cannot be read",
    async (path) => {
      const { status, text } = await get(path);
      expect({ status, text }).toEqual({ status: 400, text: "This address cannot be read.\n" });
    },
  );

  it("takes whole addresses, as proxies send them", async () => {
    expect((await get("http://arrivals.example/compare?a=b")).status).toBe(200);
    expect((await get("http://arrivals.example")).status).toBe(200);
  });
});

describe("headers", () => {
  it("those of _headers go with every answer, the policy with pages", async () => {
    const wholly: [path: string, status: number, headers?: Record<string, string>, method?: string][] = [
      ["/", 200],
      ["/compare", 200, {}, "HEAD"],
      ["/guide/sql.html", 200],
      ["/data/cities.csv", 200],
      ["/database/engine.wasm.gz", 200],
      ["/data/digits.csv", 206, { range: "bytes=0-1" }],
      ["/", 304, { "if-none-match": "*" }],
      ["/practices/", 307],
      ["/%", 400],
      ["/no", 404],
      ["/", 405, {}, "POST"],
      ["/data/digits.csv", 416, { range: "bytes=5-2" }],
    ];
    for (const [path, status, sent, method] of wholly) {
      const answer = await get(path, sent, method);
      expect({ path, status: answer.status }).toEqual({ path, status });
      expect(answer.headers, path).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "SAMEORIGIN",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
      });
    }
    for (const path of ["/", "/compare", "/compare.html", "/guide/", "/guide/sql", "//compare", "/%63ompare"])
      expect((await get(path)).headers["content-security-policy"], path).toContain("frame-ancestors 'self'");
    expect((await get("/data/cities.csv")).headers["content-security-policy"]).toBeUndefined();
  });

  it("names with a hash may be kept for ever, everything else is asked for again", async () => {
    for (const path of ["/_import/app/start-0123abcd.js", "/_import/style.0123abcd.css"])
      expect((await get(path)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    for (const path of ["/", "/data/cities.csv", "/database/engine.wasm.gz", "/_import/lost.0123abcd.css"])
      expect((await get(path)).headers["cache-control"], path).toBe("no-cache");
  });

  it.each([
    ["/data/cities.csv", "text/csv; charset=utf-8"],
    ["/data/cities.arrow", "application/vnd.apache.arrow.file"],
    ["/data/cities.parquet", "application/vnd.apache.parquet"],
    ["/database/engine.wasm.gz", "application/gzip"],
    ["/_import/app/start-0123abcd.js", "text/javascript; charset=utf-8"],
    ["/_import/style.0123abcd.css", "text/css; charset=utf-8"],
  ])("%s is %s", async (path, type) => {
    expect((await get(path)).headers["content-type"]).toBe(type);
  });

  it("a copy that is still good is not sent again, compressed or not", async () => {
    for (const encoding of ["identity", "br"]) {
      const accept = { "accept-encoding": encoding };
      const { headers } = await get("/", accept);
      const again: Record<string, string>[] = [
        { "if-none-match": headers.etag! },
        { "if-none-match": `"x", ${headers.etag}` },
        { "if-modified-since": headers["last-modified"]! },
      ];
      for (const condition of again) {
        const { status, body } = await get("/", { ...accept, ...condition });
        expect({ status, length: body.length }).toEqual({ status: 304, length: 0 });
      }
      expect((await get("/", { ...accept, "if-none-match": '"x"' })).status).toBe(200);
    }
  });
});

describe("compression", () => {
  it.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0, gzip", "gzip"],
    ["*", "br"],
    ["identity", undefined],
    ["", undefined],
    ["br;q=0, *;q=0", undefined],
    [";;q=,,x/y", undefined],
  ])("for Accept-Encoding: %s it is %s", async (accepted, encoding) => {
    const { headers, body } = await get("/", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toBe("Accept-Encoding");
    const read = encoding === "br" ? brotliDecompressSync(body) : encoding ? gunzipSync(body) : body;
    expect(read.toString()).toBe(files["index.html"]);
  });

  it("text and Arrow are compressed; .gz, Parquet, small files and parts are not", async () => {
    const encodingOf = async (path: string, headers = {}) =>
      (await get(path, { "accept-encoding": "br", ...headers })).headers["content-encoding"];
    for (const path of ["/", "/data/cities.csv", "/data/cities.arrow"])
      expect(await encodingOf(path), path).toBe("br");
    for (const path of ["/database/engine.wasm.gz", "/data/cities.parquet", "/data/digits.csv"])
      expect(await encodingOf(path), path).toBeUndefined();
    for (const range of ["bytes=0-99", "bytes=-5", "bytes=0-1,5-6", "bytes=x"])
      expect(await encodingOf("/", { range }), range).toBeUndefined();
  });
});

describe("parts of a file", () => {
  const part = async (range: string, headers: Record<string, string> = {}, path = "/data/digits.csv") => {
    const { status, text, headers: got } = await get(path, { range, ...headers });
    return [status, got["content-range"], text];
  };

  it("are the bytes asked for", async () => {
    expect(await part("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
    expect(await part("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=-99")).toEqual([206, "bytes 0-9/10", "0123456789"]);
  });

  it("that do not exist are refused with the file's size", async () => {
    for (const range of ["bytes=5-2", "bytes=10-", "bytes=-0"]) {
      const [status, size, said] = await part(range);
      expect([status, size]).toEqual([416, "bytes */10"]);
      expect(said).toBe("This file has 10 bytes; the part asked for is not among them.\n");
    }
    expect((await part("bytes=0-", {}, "/data/empty.csv"))[0]).toBe(416);
  });

  it("several, or what cannot be read, are answered with the whole file as such", async () => {
    for (const range of ["bytes=0-1,5-6", "bytes=0-1, 1-2", "bytes=a-b", "lines=1-2", "bytes=", "-5"])
      expect(await part(range), range).toEqual([200, undefined, "0123456789"]);
  });

  it("come only from the file that was begun (If-Range)", async () => {
    const { etag, "last-modified": date } = (await get("/data/digits.csv")).headers;
    const whole = [200, undefined, "0123456789"];
    for (const same of [etag!, date!])
      expect(await part("bytes=0-1", { "if-range": same })).toEqual([206, "bytes 0-1/10", "01"]);
    for (const other of [
      '"other"',
      `W/${etag}`,
      "Fri, 01 Jan 2100 00:00:00 GMT",
      "Thu, 01 Jan 1970 00:00:00 GMT",
    ])
      expect(await part("bytes=0-1", { "if-range": other }), other).toEqual(whole);
    // A compressed answer has a weak tag: no part of the file as it is continues it.
    const compressed = (await get("/", { "accept-encoding": "br" })).headers.etag!;
    expect(compressed).toMatch(/^W\//);
    expect((await part("bytes=0-1", { "if-range": compressed }, "/"))[0]).toBe(200);
  });

  it("are not for HEAD, which is answered as GET without a body", async () => {
    for (const [path, sent] of [
      ["/data/digits.csv", { range: "bytes=0-1" }],
      ["/", { "accept-encoding": "br" }],
      ["/no", {}],
      ["/practices/", {}],
    ] as const) {
      const head = await get(path, sent, "HEAD");
      const whole = await get(path, { ...sent, range: "" });
      expect(head.body.length).toBe(0);
      expect(head.status).toBe(whole.status);
      for (const name of ["content-type", "etag", "accept-ranges", "location", "cache-control"])
        expect(head.headers[name], `${path} ${name}`).toEqual(
          name === "etag" && path === "/" ? `W/${whole.headers.etag as string}` : whole.headers[name],
        );
    }
    expect((await get("/data/digits.csv", {}, "HEAD")).headers["content-length"]).toBe("10");
  });

  it("an empty file is empty", async () => {
    const { status, body, headers } = await get("/data/empty.csv");
    expect([status, body.length, headers["content-length"]]).toEqual([200, 0, "0"]);
  });
});

describe("requests that are none of ours", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])(
    "%s is refused",
    async (method) => {
      const { status, headers } = await get("/", {}, method);
      expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    },
  );

  it("CONNECT is refused, and who wants another protocol gets the page", async () => {
    const tunnel = sendBytes(site.url, "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    expect(await tunnel.answered).toMatch(/^HTTP\/1.1 405 [^]*Allow: GET, HEAD/);
    const upgrade =
      "GET /compare HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n";
    expect(statusesIn(await sendBytes(site.url, upgrade).answered)).toEqual([200]);
  });

  it("what is no HTTP is refused with 400, too much of a head with 431", async () => {
    for (const bytes of [
      "\0\0\0\0\r\n\r\n",
      "hello\r\n\r\n",
      "GET compare HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /s\xc3\xa3o HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX\x01: y\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
    ])
      expect(statusesIn(await sendBytes(site.url, bytes).answered), JSON.stringify(bytes)).toEqual([400]);
    const head = `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(100_000)}\r\n\r\n`;
    const answers = statusesIn(await sendBytes(site.url, head).answered);
    // The rest of the head still on its way may undo the answer: the connection is closed at once.
    expect(answers.filter((status) => status !== 431)).toEqual([]);
  });

  it("those of one connection are answered in their order", async () => {
    const paths = ["/compare", "/no", "/practices/", "/%", "/guide/sql"];
    const bytes = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join("");
    const last = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    expect(statusesIn(await sendBytes(site.url, bytes + last).answered)).toEqual([
      200, 404, 307, 400, 200, 200,
    ]);
  });
});

describe("a new build", () => {
  it("in the folder's place is served at once, with its headers; without a site the answer is 503", async () => {
    const { folder, above, remove } = makeFolder(smallFiles("old"));
    const { url, close } = await serveSite(folder);
    try {
      expect((await ask(url, "/")).text).toContain("build old");
      renameSync(folder, join(above, "before"));
      for (const path of ["/", "/data/digits.csv", "/guide", "/practices/", "/_headers"]) {
        const { status, text, headers } = await ask(url, path);
        expect([status, headers["retry-after"]]).toEqual([503, "2"]);
        expect(text).toBe("There is no site here at the moment: it is being built, or was removed.\n");
      }
      writeFiles(join(above, "next"), { ...smallFiles("new"), _headers: "/*\n  X-Build: new\n" });
      renameSync(join(above, "next"), folder);
      const { status, text, headers } = await ask(url, "/");
      expect([status, headers["x-build"], headers["x-frame-options"]]).toEqual([200, "new", undefined]);
      expect(text).toContain("build new");
    } finally {
      await close();
      remove();
    }
  });

  it("without _headers, or with one that cannot be read, is served all the same", async () => {
    const { folder, remove } = makeFolder(smallFiles());
    const said: string[] = [];
    const { url, close } = await serveSite(folder, { warn: (message) => said.push(message) });
    try {
      rmSync(join(folder, "_headers"));
      expect((await ask(url, "/")).headers["x-frame-options"]).toBeUndefined();
      writeFileSync(
        join(folder, "_headers"),
        "nonsense\n  more nonsense\n/*\n  Bad name: x\n  X-Good: yes\n",
      );
      expect((await ask(url, "/")).headers["x-good"]).toBe("yes");
      expect(said).toHaveLength(2);
      expect(said[0]).toContain('_headers, line 2: "more nonsense" is left out');
    } finally {
      await close();
      remove();
    }
  });
});

describe("serveSite(folder, { port })", () => {
  it("says where there is no site, and how to make one", async () => {
    await expect(serveSite(above)).rejects.toThrow(
      /^there is no site in .*: build it first with npm run build$/,
    );
  });

  it("says that a port is taken, and names another", async () => {
    const port = Number(new URL(site.url).port);
    await expect(serveSite(folder, { port })).rejects.toThrow(
      new RegExp(`^port ${port} is taken: choose another with PORT=\\d+ npm run serve$`),
    );
  });

  it("keeps the last thousand requests, so that a long run does not fill the memory", async () => {
    const { url, requests, close } = await serveSite(folder);
    try {
      const many = "GET /practices/ HTTP/1.1\r\nHost: a\r\n\r\n".repeat(199);
      const last = "GET /practices/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      for (let i = 0; i < 6; i++) await sendBytes(url, many + last).answered;
      expect((await ask(url, "/compare?last")).status).toBe(200);
      // A reader may have the last byte before the server has noted that it is sent.
      const noted = { method: "GET", path: "/compare?last", status: 200 };
      await expect.poll(() => requests.at(-1)).toEqual(noted);
      expect(requests.length).toBe(1000);
    } finally {
      await close();
    }
  });
});
