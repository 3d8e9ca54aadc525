import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
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

interface Running {
  /** Milliseconds after which it is killed, with no chance to tidy up. */
  killAfter?: number;
  /** Variables of its environment. */
  given?: Record<string, string>;
  begun?: (child: ChildProcessByStdio<null, Readable, Readable>) => void;
}

function refresh(parameters: string[], { killAfter, given, begun }: Running = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "loaders/upstream/refresh.ts", ...parameters], {
    env: { ...process.env, ARRIVALS_UPSTREAM: server.url, ARRIVALS_DATA: data, ...given },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (part) => (out += String(part)));
  child.stderr.on("data", (part) => (err += String(part)));
  begun?.(child);
  if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

describe("npm run refresh", () => {
  it("ends with 10 where something changed, and with 0 where nothing did, each source in a line", async () => {
    const first = await refresh(["worldbank", "ecb"]);
    expect(first.code).toBe(10);
    expect(first.err.trim().split("\n").sort()).toEqual([
      "asking     ecb/annual-rates",
      "asking     worldbank/consumer-prices",
      "asking     worldbank/migrants",
      "asking     worldbank/population",
      "asking     worldbank/price-level",
    ]);
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
    rmSync(join(data, "upstream_exchange_rates.csv"));
    const made = await refresh(["ecb", "--only-changed"]);
    expect([made.code, made.out.split("\n")[0]]).toEqual([10, "made anew  upstream_exchange_rates"]);
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

  it("asks nobody while the list of days is broken, and says so in its JSON as well", async () => {
    const file = join(data, "snapshots/checked.json");
    const before = readFileSync(file);
    writeFileSync(file, "{");
    const asked = server.asked.length;
    const { code, out, err } = await refresh(["worldbank", "--json"]);
    writeFileSync(file, before);
    expect([code, server.asked.length - asked]).toEqual([1, 0]);
    expect(err).toContain("data/snapshots/checked.json cannot be read");
    expect(JSON.parse(out)).toMatchObject({
      outcomes: [],
      fault: expect.stringContaining("checked.json") as string,
    });
  });

  it.each([
    [["worldbnk"], /there is no source "worldbnk": .*"worldbank"/],
    [["--since", "last"], /--since last is no year from 1900 on: .* such as --since 2015/],
    [["--since", "2101"], /--since 2101: that year has not begun, and has no figures; write \d{4} or/],
    [["--quick"], /there is no option --quick: [\s\S]*npm run refresh -- \[source …\]/],
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
    const { fault } = JSON.parse(second.out) as { fault: string };
    expect([second.code, `${fault}\n`]).toEqual([1, second.err]);
    expect((await refresh(["ecb", "--dry-run"])).err).toBe(second.err);
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

  it("writes nothing at all in a dry run, also where it is stopped", async () => {
    const bare = mkdtempSync(join(tmpdir(), "arrivals-bare-"));
    const scratch = mkdtempSync(join(tmpdir(), "arrivals-scratch-"));
    cpSync(dataFolder, bare, { recursive: true, filter: (name) => !name.includes("snapshots") });
    const given = { ARRIVALS_DATA: bare, TMPDIR: scratch };
    server.answer();
    const { code, out } = await refresh(["ecb", "--dry-run"], { given });
    expect([code, out]).toEqual([10, expect.stringMatching(/^would change {4}ecb\/annual-rates: 6 rows/)]);
    // One answer is here and kept when it is stopped, and the other never comes.
    const lost = refresh(["undesa", "--dry-run"], {
      given,
      begun: (child) =>
        server.answer((_request, _response, url) => {
          if (!url.pathname.includes("2024")) return null;
          expect(readdirSync(scratch).filter((name) => name.startsWith("arrivals-dry-run-"))).toHaveLength(1);
          child.kill("SIGINT");
        }),
    });
    const stopped = await lost;
    server.answer();
    expect([stopped.code, stopped.err]).toEqual([
      130,
      expect.stringMatching(/^stopped {4}nothing was written$/m),
    ]);
    expect(existsSync(join(bare, "snapshots"))).toBe(false);
    expect(readdirSync(scratch).filter((name) => name.startsWith("arrivals-dry-run-"))).toEqual([]);
    for (const folder of [bare, scratch]) rmSync(folder, { recursive: true });
  });

  it("stopped with Ctrl-C replaces nothing more, makes tables anew of what was replaced, says both, leaves no lock, and goes on from there", async () => {
    const stopped = await refresh(["undesa"], {
      begun: (child) =>
        server.answer((_request, _response, url) => {
          if (!url.pathname.includes("2024")) return null;
          child.kill("SIGINT");
          // npm hands it on once more.
          setTimeout(() => child.kill("SIGINT"), 100);
        }),
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err.trim().split("\n").slice(-3)).toEqual([
      "stopping   tables are made anew from what was fetched",
      expect.stringMatching(
        /^stopped {4}replaced until then: undesa\/migrant-stock-2020; made anew: newest_statistics, .*upstream_statistics; data are whole, and npm run refresh goes on from here$/,
      ),
      "stopped    there is no review of it yet: npm run review writes one",
    ]);
    expect(checkEvidence(data).problems.map(formatFault)).toEqual([]);
    expect(existsSync(join(data, "snapshots/.work/refresh.lock"))).toBe(false);
    const early = await refresh(["undesa/migrant-stock-2024"], {
      begun: (child) => server.answer(() => void child.kill("SIGTERM")),
    });
    expect([early.code, early.err.trim().split("\n").at(-1)]).toEqual([
      143,
      "stopped    no snapshot was replaced; data are whole, and npm run refresh goes on from here",
    ]);
    server.answer();
    expect((await refresh(["undesa"])).code).toBe(10);
  });

  it("asks nobody while a correction breaks its description, and says how", async () => {
    const file = join(data, "corrections.csv");
    const before = readFileSync(file, "utf8");
    appendFileSync(
      file,
      "one,worldbank/population,SP.POP.TOTL,DEU,,2014,,1,2,made up for a test,false,,worldbank,Nowhere\n",
    );
    server.answer();
    const { code, out, err } = await refresh(["ecb"]);
    writeFileSync(file, before);
    expect([code, out, server.asked]).toEqual([1, "", []]);
    expect(err).toMatch(
      /corrections, row 2, source_id "worldbank": must be a source_id of sources → .* worldbank-wdi, /,
    );
  });

  it("is no child of tsx, which kills after 60 ms what it hands a Ctrl-C on to", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(scripts["refresh"]).toMatch(/^node --import tsx /);
  });

  it("says at once what it tries again, and one sentence where no source was reached; in JSON each has its own", async () => {
    const upstream = { ARRIVALS_UPSTREAM: "http://127.0.0.1:9/" };
    const [told, json] = await Promise.all([
      refresh(["ecb", "undesa", "--dry-run"], { given: upstream }),
      refresh(["ecb", "undesa", "--dry-run", "--json"], { given: upstream }),
    ]);
    expect(told.code).toBe(1);
    expect(told.err).toMatch(
      /^again {6}ecb\/annual-rates does not answer \(the host does not answer\); tried again in \d s, 1 of 4$/m,
    );
    expect(told.out).toBe(
      "failed     3 sources: the host does not answer. The last good snapshots stay. Check the connection, and HTTPS_PROXY where your office has one. They are ecb/annual-rates, undesa/migrant-stock-2020, undesa/migrant-stock-2024.\n",
    );
    // A host that was not reached in five tries is asked once for its next table.
    expect(told.err.match(/^again {6}undesa\/migrant-stock-2020/gm)).toHaveLength(4);
    expect(told.err).not.toMatch(/^again {6}undesa\/migrant-stock-2024/m);
    expect(json.err.match(/^failed {5}\S+, http.*the host does not answer\./gm)).toHaveLength(3);
    const { outcomes } = JSON.parse(json.out) as { outcomes: { fault: { unreached?: true } }[] };
    expect(outcomes.map(({ fault }) => fault.unreached)).toEqual([true, true, true]);
  });

  it("goes on where the reader of its output has gone", async () => {
    const { code } = await refresh(["worldbank"], { begun: (child) => child.stdout.destroy() });
    expect(code).toBe(0);
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
      const { code } = await refresh([source], { killAfter: whole * share });
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
  it("ends with 1 where the data stand in no git repository", () => {
    const { status, stderr } = run("upstream/review/review", []);
    expect([status, stderr]).toEqual([
      1,
      `${data} is in no git repository: there is nothing to compare with\n`,
    ]);
  });
});

const run = (script: string, parameters: string[], given: Record<string, string> = {}) =>
  spawnSync(process.execPath, ["--import", "tsx", `loaders/${script}.ts`, ...parameters], {
    env: { ...process.env, ARRIVALS_DATA: data, ...given },
    encoding: "utf8",
  });

describe.each([
  ["refresh", "upstream/refresh", ["--since", "--dry-run", "--only-changed", "--accept", "--json"]],
  ["review", "upstream/review/review", ["--out"]],
  ["derive", "derived/run", []],
])("the usage of npm run %s", (command, script, options) => {
  it("is printed for --help and -h, with every option, default, exit code and an example", () => {
    for (const help of ["--help", "-h"]) {
      const { status, stdout, stderr } = run(script, ["--nonsense", help]);
      expect([status, stderr]).toEqual([0, ""]);
      const asked = `npm run ${command}`;
      expect(stdout.startsWith(asked)).toBe(true);
      for (const option of [...options, "--help, -h"])
        expect(stdout).toMatch(new RegExp(`^  ${option} .*`, "m"));
      expect(stdout).toMatch(/default/);
      expect(stdout).toMatch(/^Ends with 0 [\s\S]*\b1 [\s\S]*\b2 for a wrong use/m);
      expect(stdout).toContain(`\nExample: ${asked}`);
    }
  });

  it("is named after a wrong use, with 2", () => {
    const { status, stdout, stderr } = run(script, ["--hlep"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^there is no option --hlep: write "--help"\n/);
    expect(stderr).toContain(`npm run ${command} -- --help says more.`);
  });
});

const base = (place: string, period: string) =>
  1000 * (place.charCodeAt(0) + place.charCodeAt(place.length - 1)) + Number(period);
