import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkEvidence, formatFault } from "../../loaders/check.js";
import { dataFolder } from "../../loaders/package.js";
import { SnapshotFolder } from "../../loaders/upstream/snapshot-folder.js";
import { worldBankAnswer } from "../support/upstream/good-answers.js";
import { serveUpstream, type UpstreamServer } from "../support/upstream/upstream-server.js";

/** `npm run refresh` as a process of its own, against a server that stands for every producer. */
let server: UpstreamServer;
let data = "";
beforeAll(async () => {
  server = await serveUpstream();
  data = mkdtempSync(join(tmpdir(), "arrivals-refresh-"));
  cpSync(dataFolder, data, { recursive: true, filter: (name) => !name.includes("snapshots") });
});
afterAll(async () => {
  await server.close();
  rmSync(data, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** @param killAfter milliseconds after which it is killed, with no chance to tidy up */
function refresh(parameters: string[], killAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "loaders/upstream/refresh.ts", ...parameters], {
    env: { ...process.env, ARRIVALS_UPSTREAM: server.url, ARRIVALS_DATA: data },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (part) => (out += String(part)));
  child.stderr.on("data", (part) => (err += String(part)));
  if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

describe("npm run refresh", () => {
  it("ends with 10 where something changed, and with 0 where nothing did, each source in a line", async () => {
    const first = await refresh(["worldbank", "ecb"]);
    expect([first.code, first.err]).toEqual([10, ""]);
    expect(
      first.out
        .trim()
        .split("\n")
        .sort()
        .map((line) => line.replace(/ \(.*/, "")),
    ).toEqual([
      "changed    ecb/annual-rates: 6 rows, 6 added",
      "changed    worldbank/consumer-prices: 252 rows, 252 added",
      "changed    worldbank/migrants: 252 rows, 252 added",
      "changed    worldbank/population: 252 rows, 252 added",
      "changed    worldbank/price-level: 252 rows, 252 added",
      "made anew  newest_statistics, refugee_origins, upstream_datasets, upstream_exchange_rates, upstream_statistics",
      "no review  the snapshots stand in no git repository: there is nothing to compare with",
    ]);
    expect(checkEvidence(data).problems.map(formatFault)).toEqual([]);
    const again = await refresh(["worldbank", "ecb", "--only-changed"]);
    expect(again).toEqual({ code: 0, out: "", err: "" });
  });

  it("ends with 1 where a source failed, and says everything in one JSON with --json", async () => {
    server.answer((_request, response, url) => {
      if (url.pathname.includes("SM.POP.TOTL")) return void response.writeHead(404).end();
      return null;
    });
    const { code, out, err } = await refresh(["worldbank", "--json"]);
    server.answer();
    expect(code).toBe(1);
    expect(err).toContain("failed     worldbank/migrants, http");
    const { outcomes } = JSON.parse(out) as {
      outcomes: { source: string; kind: string; fault: object | null }[];
    };
    expect(outcomes.map(({ source, kind }) => [source, kind])).toEqual([
      ["worldbank/population", "unchanged"],
      ["worldbank/migrants", "failed"],
      ["worldbank/price-level", "unchanged"],
      ["worldbank/consumer-prices", "unchanged"],
    ]);
    expect(outcomes[1]!.fault).toMatchObject({ came: "status 404 came", source: "worldbank/migrants" });
  });

  it.each([
    [["worldbnk"], /there is no source "worldbnk": .*"worldbank"/],
    [["--since", "last"], /--since last: write a year, such as --since 2015/],
    [["--quick"], /Unknown option '--quick'[\s\S]*npm run refresh -- \[source …\]/],
  ])("%j ends with 2 and says how it is used", async (parameters, says) => {
    const { code, out, err } = await refresh(parameters);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });

  it("is refused while another runs, which goes on; what is left of one that was killed stops nobody", async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) =>
      server.answer(async () => {
        resolve();
        await new Promise<void>((go) => (answer = go));
        return null;
      }),
    );
    const lock = join(data, "snapshots/.work/refresh.lock");
    const first = refresh(["ecb"]);
    await asked;
    const second = await refresh(["worldbank", "--json"]);
    expect([second.code, second.out]).toEqual([1, ""]);
    expect(second.err).toMatch(
      /^Another refresh is running here since \d\d:\d\d \(process \d+\)\. Wait for it, or stop it\.\n$/,
    );
    expect(existsSync(lock)).toBe(true);
    server.answer();
    answer();
    expect((await first).code).toBe(0);
    expect(existsSync(lock)).toBe(false);

    const killed = spawn(process.execPath, ["--import", "tsx", "loaders/upstream/refresh.ts", "ecb"], {
      env: { ...process.env, ARRIVALS_UPSTREAM: server.url, ARRIVALS_DATA: data },
    });
    await new Promise<void>((resolve) =>
      server.answer(() => {
        killed.kill("SIGKILL");
        resolve();
      }),
    );
    await new Promise((resolve) => killed.on("close", resolve));
    server.answer();
    expect(existsSync(lock)).toBe(true);
    expect((await refresh(["ecb"])).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  it("killed at any moment leaves a whole snapshot, the last or the next, and the next refresh ends well", async () => {
    const source = "worldbank/population";
    const folder = new SnapshotFolder(join(data, "snapshots"));
    const versions = new Set<string>();
    let round = 0;
    // Each refresh finds other figures, so that each writes.
    server.answer((_request, response, url) => {
      const { type, body } = worldBankAnswer(url, (rows) =>
        (rows as { value: number | null }[]).map((row) => ({
          ...row,
          value: row.value && row.value + round,
        })),
      );
      versions.add(JSON.stringify(round));
      response.writeHead(200, { "Content-Type": type }).end(body);
    });
    const began = performance.now();
    await refresh([source]);
    const whole = performance.now() - began;
    let finished = 0;
    for (round = 1; round <= 50; round++) {
      // Spread over the whole of a refresh, and denser where it writes.
      const share = round % 2 ? round / 50 : 0.7 + (round / 50) * 0.35;
      const { code } = await refresh([source], whole * share);
      if (code !== null) finished++;
      const readings = folder.read(source)!;
      expect(readings).toHaveLength(252);
      const offsets = new Set(readings.map(({ value, place, period }) => value! - base(place, period)));
      expect(offsets.size, `killed after ${Math.round(whole * share)} ms`).toBe(1);
    }
    expect(finished).toBeLessThan(50);
    round = 99;
    expect((await refresh([source])).code).toBe(10);
    const left = readdirSync(join(data, "snapshots"), { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.includes("population"))).toHaveLength(1);
    expect(existsSync(join(data, "snapshots", ".work", source))).toBe(false);
    expect(readFileSync(join(data, "snapshots/snapshots.lock.json"), "utf8")).toContain(
      '"licence": "CC BY 4.0"',
    );
  }, 300_000);
});

describe("npm run review", () => {
  it("ends with 2 where the data stand in no git repository", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "loaders/upstream/review/review.ts"],
      { env: { ...process.env, ARRIVALS_DATA: data }, encoding: "utf8" },
    );
    expect(status).toBe(2);
    expect(stderr).toContain(`${data} is in no git repository: there is nothing to compare with`);
  });
});

const base = (place: string, period: string) =>
  1000 * (place.charCodeAt(0) + place.charCodeAt(place.length - 1)) + Number(period);
