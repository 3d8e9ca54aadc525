import { randomBytes } from "node:crypto";
import { spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { serveSite } from "../../loaders/site/serve.js";
import {
  ask,
  makeFolder,
  pageOf,
  sendBytes,
  smallFiles,
  statusesIn,
  writeFiles,
} from "../support/site/small-site.js";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(extra: Record<string, string | Buffer> = {}) {
  const { folder, above, remove } = makeFolder({ ...smallFiles(), ...extra });
  closing.push(remove);
  const { url, close } = await serveSite(folder, { warn: () => {} });
  closing.push(close);
  /** An empty file of that many bytes: it takes no room on the disk. */
  const large = (path: string, megabytes = 64) => {
    writeFileSync(join(folder, path), "");
    truncateSync(join(folder, path), megabytes * 2 ** 20);
  };
  return { folder, above, url, large };
}

const isUp = async (url: string) => (await ask(url, "/")).status === 200;
const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;

/** A download that has begun and takes no more until it is told to. */
async function begin(url: string, path: string, more = "") {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on("error", () => {});
  socket.write(get(path, `Connection: close\r\n${more}`));
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  let bytes = 0;
  socket.on("data", (chunk: Buffer) => (bytes += chunk.length));
  const first = await Promise.race([new Promise<Buffer>((resolve) => socket.once("data", resolve)), closed]);
  if (!first) throw new Error("closed without an answer");
  socket.pause();
  /** Takes what is left; all bytes there were. */
  const rest = async () => {
    socket.resume();
    await closed;
    return bytes;
  };
  return { socket, head: first.toString("latin1"), rest };
}

/** Files below a folder that this process holds open. */
function openFiles(folder: string): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;
}

const ends = (socket: Socket) => new Promise<void>((resolve) => socket.once("close", () => resolve()));

describe("a file under the server", () => {
  it("removed while it is sent goes out whole, and is gone afterwards", async () => {
    const { folder, url, large } = await start();
    large("data/large.zip", 8);
    const { head, rest } = await begin(url, "/data/large.zip");
    expect(statusesIn(head)).toEqual([200]);
    unlinkSync(join(folder, "data/large.zip"));
    expect(await rest()).toBeGreaterThan(8 * 2 ** 20);
    expect((await ask(url, "/data/large.zip")).status).toBe(404);
  });

  it("cut short while it is sent ends that connection and no other", async () => {
    const { folder, url, large } = await start();
    for (const encoding of ["identity", "gzip"]) {
      large("data/large.json");
      const { rest } = await begin(url, "/data/large.json", `Accept-Encoding: ${encoding}\r\n`);
      const other = await begin(url, "/data/cities.csv");
      truncateSync(join(folder, "data/large.json"), 1000);
      expect(await rest()).toBeLessThan(64 * 2 ** 20);
      expect(await other.rest()).toBeGreaterThan(100);
      expect(await isUp(url)).toBe(true);
    }
  });

  it("removed and put back again and again is there or not, and never half", async () => {
    const { folder, url } = await start();
    const path = join(folder, "data/cities.csv");
    const whole = smallFiles()["data/cities.csv"];
    let done = false;
    const asking = Array.from({ length: 4 }, async () => {
      while (!done) {
        const { status, text } = await ask(url, "/data/cities.csv");
        if (status === 200) expect(text).toBe(whole);
        else expect(status).toBe(404);
      }
    });
    for (let i = 0; i < 100; i++) {
      renameSync(path, `${path}.away`);
      await new Promise(setImmediate);
      renameSync(`${path}.away`, path);
      await new Promise(setImmediate);
    }
    done = true;
    await Promise.all(asking);
    expect(await isUp(url)).toBe(true);
  });

  it.skipIf(process.platform === "win32")("that may not be read is refused with 403", async () => {
    const { folder, above, url } = await start({ "closed/index.html": "closed" });
    chmodSync(above, 0o755);
    chmodSync(join(folder, "compare.html"), 0);
    chmodSync(join(folder, "closed"), 0);
    // Who may do anything takes the part of somebody who may not.
    if (process.geteuid!() === 0) {
      process.seteuid!(65534);
      closing.push(() => process.seteuid!(0));
    }
    for (const path of ["/compare", "/compare.html", "/closed/"]) {
      const { status, text, headers } = await ask(url, path);
      expect([path, status, text]).toEqual([path, 403, "The server has no right to read this file.\n"]);
      expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
    }
    expect(await isUp(url)).toBe(true);
  });

  it.skipIf(process.platform === "win32")("that is none (a pipe, a circle of links) is lost", async () => {
    const { folder, url } = await start();
    symlinkSync("circle.html", join(folder, "circle.html"));
    const pipes = Array.from({ length: 8 }, (_, i) => join(folder, `pipe-${i}.html`));
    const { error, status } = await run("mkfifo", pipes);
    expect([error, status]).toEqual([undefined, 0]);
    // More of them than there are threads to wait on them.
    const asked = pipes.map((_, i) => ask(url, `/pipe-${i}`));
    for (const answer of [...(await Promise.all(asked)), await ask(url, "/circle")])
      expect(answer.status).toBe(404);
    expect(await isUp(url)).toBe(true);
  });
});

describe.skipIf(process.platform === "win32")("links in the folder", () => {
  it("lead to files of the site, and never out of it", async () => {
    const { folder, above, url } = await start();
    writeFiles(above, {
      "outside/secret.txt": "secret",
      "outside/index.html": "secret",
      "dist-2/a.txt": "secret",
    });
    for (const [name, to] of Object.entries({
      link: join(above, "outside"),
      "up.html": "../outside/index.html",
      "guide/near.txt": "../../dist-2/a.txt",
      "inside.html": "compare.html",
      "guide/data": "../data",
    }))
      symlinkSync(to, join(folder, name));
    for (const path of ["/link/secret.txt", "/link/", "/link", "/up", "/up.html", "/guide/near.txt"]) {
      const { status, text } = await ask(url, path);
      expect([path, status, text.includes("secret")]).toEqual([path, 404, false]);
    }
    expect((await ask(url, "/inside")).text).toBe(pageOf("1"));
    expect((await ask(url, "/guide/data/digits.csv")).text).toBe("0123456789");
  });

  it("may stand for the whole folder, also one that comes to stand for the next build", async () => {
    const { above, url, folder } = await start();
    renameSync(folder, join(above, "first"));
    symlinkSync("first", folder);
    expect((await ask(url, "/")).text).toBe(pageOf("1"));
    writeFiles(join(above, "second"), smallFiles("2"));
    symlinkSync("second", join(above, "next"));
    renameSync(join(above, "next"), folder);
    expect((await ask(url, "/")).text).toBe(pageOf("2"));
  });
});

describe.skipIf(!existsSync("/proc/self/fd"))("downloads that are broken off", () => {
  it.each([
    ["by hundreds", 200, "/data/large.gz", ""],
    ["in a part", 50, "/data/large.gz", "Range: bytes=5-\r\n"],
    ["while they are compressed", 20, "/data/large.json", "Accept-Encoding: br\r\n"],
  ])("leave no file open: %s", async (_how, readers, path, more) => {
    const { folder, url, large } = await start({ "data/large.json": randomBytes(8 * 2 ** 20) });
    large("data/large.gz");
    expect(openFiles(folder)).toBe(0);
    for (let left = readers; left > 0; left -= 10) {
      const begun = await Promise.all(Array.from({ length: 10 }, () => begin(url, path, more)));
      expect(openFiles(folder)).toBeGreaterThanOrEqual(10);
      for (const { socket } of begun) socket.destroy();
    }
    await expect.poll(() => openFiles(folder), { timeout: 20_000 }).toBe(0);
    expect(await isUp(url)).toBe(true);
  });

  it("leave no file open before the first byte either", async () => {
    const { folder, url, large } = await start();
    large("data/large.gz");
    const sent = Array.from({ length: 300 }, () => sendBytes(url, get("/data/large.gz")));
    for (const [i, { socket }] of sent.entries()) {
      if (i % 2) socket.resetAndDestroy();
      else socket.once("connect", () => socket.destroy());
    }
    await Promise.all(sent.map(({ answered }) => answered));
    expect(await isUp(url)).toBe(true);
    await expect.poll(() => openFiles(folder), { timeout: 20_000 }).toBe(0);
  });

  it("open one file at a time, however many requests come in one packet", async () => {
    const { folder, url, large } = await start();
    large("data/large.gz");
    const { socket } = sendBytes(url, get("/data/large.gz").repeat(500));
    await new Promise((resolve) => socket.once("data", resolve));
    socket.pause();
    expect(await isUp(url)).toBe(true);
    // The page just read may be closed a moment after its reader has it.
    await expect.poll(() => openFiles(folder)).toBe(1);
    socket.destroy();
    await ends(socket);
    await expect.poll(() => openFiles(folder), { timeout: 20_000 }).toBe(0);
  });
});

describe.skipIf(process.platform === "win32")("no file handles left", () => {
  it("is answered with 503, and passes when the readers are gone", async () => {
    const { folder, remove } = makeFolder(smallFiles());
    closing.push(remove);
    writeFileSync(join(folder, "data/large.gz"), "");
    truncateSync(join(folder, "data/large.gz"), 64 * 2 ** 20);
    const url = await serveWithHandles(folder, 80);
    expect(await isUp(url)).toBe(true);
    // Connections alone take what is left, and one that has its own finds none for the file.
    const idle = Array.from({ length: 120 }, () => sendBytes(url, ""));
    const [first] = idle;
    const spoken: string[] = [];
    first!.socket.on("data", (chunk) => spoken.push(chunk.toString("latin1")));
    await Promise.race(idle.map(({ answered }) => answered));
    first!.socket.write(get("/compare", "Connection: close\r\n"));
    await ends(first!.socket);
    expect(spoken.join("")).toMatch(
      /^HTTP\/1.1 503 [^]*Retry-After: 2[^]*The server has too many files open: try again in a moment.\n$/,
    );
    for (const { socket } of idle) socket.destroy();
    const downloads = Array.from({ length: 200 }, () => sendBytes(url, get("/data/large.gz")));
    for (const { socket } of downloads) socket.once("data", () => socket.destroy());
    for (const { socket } of downloads.slice(0, 100)) setImmediate(() => socket.destroy());
    await Promise.all(downloads.map(({ answered }) => answered));
    await expect.poll(() => isUp(url).catch(() => false), { timeout: 20_000 }).toBe(true);
  });
});

describe("builds that take the folder's place", () => {
  it("are never mixed: a page has the headers of its own build, and in between there is none", async () => {
    const { folder, above, url } = await start();
    const build = (id: string) => ({
      "index.html": pageOf(id),
      "compare.html": pageOf(id),
      _headers: `/*\n  X-Build: ${id}\n`,
    });
    let done = false;
    const seen = new Set<number>();
    const asking = ["/", "/compare", "/no-such", "/"].map(async (path) => {
      while (!done) {
        const { status, text, headers } = await ask(url, path);
        seen.add(status);
        const [, id] = /build (\w+)/.exec(text) ?? [];
        if (status === 200 && id !== "1") expect(headers["x-build"]).toBe(id);
        if (status !== 200) expect([404, 503]).toContain(status);
      }
    });
    for (let i = 0; i < 60; i++) {
      writeFiles(join(above, "next"), build(`b${i}`));
      renameSync(folder, join(above, "before"));
      if (i % 2) await new Promise(setImmediate);
      renameSync(join(above, "next"), folder);
      rmSync(join(above, "before"), { recursive: true });
      await ask(url, "/");
    }
    done = true;
    await Promise.all(asking);
    expect(seen).toContain(200);
    expect(await isUp(url)).toBe(true);
  });
});

/** Serves a folder in a process that may hold only so many files open; its address. */
async function serveWithHandles(folder: string, handles: number): Promise<string> {
  const script = fileURLToPath(new URL("../support/site/serve-small.ts", import.meta.url));
  const command = `ulimit -n ${handles}; exec "$0" "$@"`;
  const child = spawn("sh", ["-c", command, process.execPath, "--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  closing.push(() => {
    child.kill();
    return ended(child);
  });
  return new Promise((resolve, reject) => {
    child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

function run(command: string, args: string[]): Promise<{ error?: Error; status: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(command, args);
    child.once("error", (error) => resolve({ error, status: null }));
    child.once("exit", (status) => resolve({ status }));
  });
}
