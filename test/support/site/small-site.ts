import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { headersFile } from "../../../loaders/site/headers-file.js";

/** A page that is worth compressing, and says which build it is of. */
export const pageOf = (build: string) =>
  `<!doctype html><title>Page</title><p>build ${build}</p>${"<p>text</p>".repeat(200)}`;

/** What every small site holds, by path. */
export function smallFiles(build = "1"): Record<string, string | Buffer> {
  const pages = new Map(
    ["index.html", "compare.html", "guide/index.html", "guide/sql.html"].map((p) => [p, []]),
  );
  const page = pageOf(build);
  return {
    "index.html": page,
    "compare.html": page,
    "practices.html": page,
    "404.html": "<!doctype html><title>No such page</title>",
    "guide/index.html": page,
    "guide/sql.html": page,
    "data/digits.csv": "0123456789",
    "data/cities.csv": `city_id,name\n${"lisbon,Lisboa\n".repeat(200)}`,
    "data/cities.arrow": Buffer.alloc(4000, "arrow"),
    "data/empty.csv": "",
    "data/cities.parquet": Buffer.alloc(4000, "parquet"),
    "database/engine.wasm.gz": Buffer.alloc(4000, "gz"),
    "_import/app/start-0123abcd.js": "console.log('start');",
    "_import/style.0123abcd.css": "body{}",
    "data/.secret": "hidden",
    ".well/known.txt": "hidden",
    _headers: headersFile(pages, () => "default-src 'self'; frame-ancestors 'self'"),
  };
}

/**
 * A folder under the system's temporary one, with files of a minute ago; the folder above it is free for whatever a test
 * puts beside it.
 */
export function makeFolder(files: Record<string, string | Buffer>): {
  folder: string;
  above: string;
  remove: () => void;
} {
  const above = realpathSync(mkdtempSync(join(tmpdir(), "arrivals-serve-")));
  const folder = join(above, "dist");
  writeFiles(folder, files);
  const minuteAgo = Date.now() / 1000 - 60;
  for (const path of Object.keys(files)) utimesSync(join(folder, path), minuteAgo, minuteAgo);
  return { folder, above, remove: () => rmSync(above, { recursive: true, force: true }) };
}

export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** Asks for a path as it is written: nothing is resolved or encoded, as a browser would. */
export function ask(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode!, headers: response.headers, body, text: body.toString() });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** A connection of its own over which bytes are sent; `answered` has what came back when it is closed. */
export function sendBytes(
  url: string,
  bytes: string | Buffer,
): { socket: Socket; answered: Promise<string> } {
  const { hostname, port } = new URL(url);
  const chunks: Buffer[] = [];
  const socket = connect({ host: hostname, port: Number(port) });
  const answered = new Promise<string>((resolve) => {
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
  socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  return { socket, answered };
}

/** The first line of each answer that came over a connection. */
export function statusesIn(bytes: string): number[] {
  return [...bytes.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
}
