import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { outcomeLine } from "../../loaders/upstream/outcome-lines.js";
import { good, jsonType, population, text } from "../support/upstream/bank-answers.js";
import { keptSnapshots, refuses, type Case } from "../support/upstream/refused.js";

/** What goes wrong before a whole answer is here, over real HTTP. */
const kept = keptSnapshots([population, "undesa/migrant-stock-2024"]);

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
    (_request, response, url) => void response.writeHead(200, jsonType).write(good(url.href).slice(0, 500)),
    /stopped in the middle for too long/,
  ],
  [
    "a body cut in the middle, its length known",
    population,
    (_request, response, url) => {
      const body = good(url.href);
      response
        .writeHead(200, { ...jsonType, "Content-Length": String(body.length) })
        .write(body.slice(0, 500), () => response.destroy());
    },
    /was cut off in the middle/,
  ],
  [
    "a body cut in the middle, its length unknown",
    population,
    (_request, response, url) => {
      response.writeHead(200, { ...jsonType, Connection: "close" });
      response.socket!.write("");
      response.write(good(url.href).slice(0, 500), () => response.socket!.destroy());
    },
    /was cut off in the middle|no whole JSON/,
  ],
  [
    "a body cut in the middle that ends as if it were whole",
    population,
    (_request, response, url) => void response.writeHead(200, jsonType).end(good(url.href).slice(0, 500)),
    /500 bytes came that are no whole JSON/,
  ],
  [
    "gzip that cannot be unpacked",
    population,
    (_request, response, url) =>
      void response
        .writeHead(200, { ...jsonType, "Content-Encoding": "gzip" })
        .end(gzipSync(good(url.href)).subarray(0, 60).fill(7, 20)),
    /cannot be unpacked/,
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
    "403 for a program that does not name itself as a browser",
    "undesa/migrant-stock-2024",
    text("", 403),
    /refuses this program today/,
  ],
];

describe("after each of these the last snapshot is there as it was, and the message says what came", () => {
  refuses(kept, cases);

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
      const outcomes = await kept.made.refresh([population], {
        upstream: `https://127.0.0.1:${(secure.address() as AddressInfo).port}/`,
      });
      expect(outcomeLine(outcomes[0]!, false)).toMatch(
        /certificate of the host is not trusted.*NODE_EXTRA_CA_CERTS/,
      );
      expect(kept.made.contents()).toEqual(kept.before);
    } finally {
      secure.close();
      rmSync(made, { recursive: true });
    }
  });

  it("a host that is not there", async () => {
    const outcomes = await kept.made.refresh([population], { upstream: "http://127.0.0.1:9/" });
    expect(outcomeLine(outcomes[0]!, false)).toMatch(/the host does not answer.*HTTPS_PROXY/);
    expect(kept.made.contents()).toEqual(kept.before);
  });
});
