import { describe, expect, it } from "vitest";
import { unreachedLines, waitingLine } from "../../loaders/upstream/outcome-lines.js";
import { noOutcome, type Outcome } from "../../loaders/upstream/outcome.js";
import { transportFault } from "../../loaders/upstream/transport-fault.js";
import type { Waiting } from "../../loaders/upstream/try-again.js";
import { askingWithin, madeRefresh } from "../support/upstream/made-refresh.js";

/** What is said of hosts that cannot be reached, and of what is tried again. */
const errorOf = (more: object) => Object.assign(new Error("no way"), more);
const faultOf = (error: Error, proxy: string | null = null) =>
  transportFault("https://example.org/", "a table", error, proxy).fault;
const failed = (source: string, error: Error): Outcome => ({
  ...noOutcome(source),
  kind: "failed",
  fault: { source, ...faultOf(error) },
});
const notFound = errorOf({ code: "ENOTFOUND", hostname: "example.org" });

describe("unreachedLines(outcomes)", () => {
  it("says one cause once with its sources, and another cause in a line of its own", () => {
    const refused = errorOf({ code: "ECONNREFUSED", port: 443 });
    expect(
      unreachedLines([failed("b/two", notFound), failed("c/d", refused), failed("a/one", notFound)]),
    ).toEqual([
      "failed     2 sources: the host was not found. The last good snapshots stay. Check the connection, and HTTPS_PROXY where your office has one. They are a/one, b/two.",
      "failed     c/d, https://example.org/: expected a table; the host does not answer. The last good snapshot stays. Check the connection, and HTTPS_PROXY where your office has one.",
    ]);
  });

  it("says of which no snapshot stays, as there was none", () => {
    const first = (source: string) => {
      const outcome = failed(source, notFound);
      return { ...outcome, fault: { ...outcome.fault!, isFirst: true as const } };
    };
    const told = (...outcomes: Outcome[]) => / found\W+(.*?) Check /.exec(unreachedLines(outcomes)[0]!)![1];
    expect(told(first("b/two"), first("a/one"))).toBe("There are no snapshots of them yet.");
    expect(told(first("b/two"), failed("a/one", notFound), first("c/d"))).toBe(
      "The last good snapshots stay; of b/two, c/d there is none yet.",
    );
    expect(told(first("b/two"))).toBe("There is no snapshot of it yet.");
  });
});

describe("a proxy that stands in the way", () => {
  const proxy = "http://name:secret@proxy.example:3128";
  it.each([
    ["whose host is not found", { code: "ENOTFOUND", hostname: "proxy.example" }],
    ["that does not answer", { code: "ECONNREFUSED", address: "10.0.0.1", port: 3128 }],
  ])("%s is named, without its password", (_name, error) => {
    expect(faultOf(errorOf(error), proxy)).toMatchObject({
      came: "the proxy proxy.example:3128 cannot be reached",
      mend: "Check what HTTPS_PROXY says.",
      unreached: true,
    });
  });

  it("that refuses is told from a producer that does", () => {
    const refused = new Error("Proxy response (407) !== 200 when HTTP Tunneling");
    expect(faultOf(refused, proxy).came).toBe("the proxy refuses to connect");
    expect(faultOf(notFound, proxy).came).toBe("the host was not found");
  });
});

describe("a source that is tried again", () => {
  const made = madeRefresh(false, {
    asking: askingWithin(200),
    retry: { retries: 3, minTimeout: 5, maxWaitSeconds: 2 },
  });
  const told = async (sources: string[], upstream: string) => {
    const lines: string[] = [];
    const begun: string[] = [];
    const outcomes = await made.refresh(sources, {
      upstream,
      begun: (source) => begun.push(source),
      waiting: (source: string, waiting: Waiting) => lines.push(waitingLine(source, waiting)),
    });
    return { lines, begun, outcomes };
  };

  it("is told with its cause, how long is waited, and which try comes; its next table is asked for once", async () => {
    const { lines, begun } = await told(["undesa"], "http://127.0.0.1:9/");
    expect(lines).toEqual(
      [1, 2, 3].map(
        (next) =>
          `again      undesa/migrant-stock-2020 does not answer (the host does not answer); tried again in 1 s, ${next} of 3`,
      ),
    );
    expect(begun).toEqual(["undesa/migrant-stock-2020", "undesa/migrant-stock-2024"]);
  });

  it("is told where an answer was no good one, and where it is being prepared", async () => {
    const asynchronous = '{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Wait."}}';
    made.server.answer((_request, response, url, times) => {
      if (times > 1) return null;
      if (url.pathname.includes("worldbank")) return void response.writeHead(503).end();
      return void response.writeHead(200, { "Content-Type": "application/json" }).end(asynchronous);
    });
    const { lines, outcomes } = await told(
      ["worldbank/population", "eurostat/cities-by-birth"],
      made.server.url,
    );
    expect(outcomes.map(({ fault }) => fault)).toEqual([null, null]);
    expect(lines).toContain(
      "again      worldbank/population gives no good answer (status 503 came); tried again in 1 s, 1 of 3",
    );
    expect(lines.join("\n")).toMatch(
      /eurostat\/cities-by-birth gives no good answer \(.+\); tried again in 1 s, 1 of 2/,
    );
  });

  it("is given up where no head of an answer comes, whatever the client does", async () => {
    made.server.answer(() => {});
    // A client that waits for a minute stands for one that waits for ever, as behind a proxy that hangs up.
    const { dispatcher, limits } = askingWithin(60_000);
    const patient = { dispatcher, limits: { ...limits, connect: 50, headers: 100 } };
    const [outcome] = await made.refresh(["ecb"], {
      asking: patient,
      retry: { retries: 0, minTimeout: 5, maxWaitSeconds: 2 },
    });
    expect(outcome!.fault!.came).toBe("nothing came for too long");
  });
});
