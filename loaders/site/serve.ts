import compression from "compression";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants } from "node:zlib";
import sirv from "sirv";
import { siteFolder } from "./paths.js";
import { portFrom } from "./port.js";

/** A request that was answered. */
export interface Served {
  method: string;
  /** Path and query. */
  path: string;
  status: number;
}

export interface Site {
  /** Address of the site's root, with a slash at its end. */
  url: string;
  /** Every request answered so far. */
  requests: Served[];
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  port?: number;
  host?: string;
}

/** Types that hosts know by the file's ending and the library behind this does not. */
const types: Record<string, string> = {
  ".arrow": "application/vnd.apache.arrow.file",
  ".parquet": "application/vnd.apache.parquet",
  ".gz": "application/gzip",
  ".csv": "text/csv;charset=utf-8",
};

/** Files named by a hash of their content, so that a copy is good for ever: Framework's, and the bundles. */
const hashed =
  /^\/_(import|file|node|npm|observablehq)\/.*[.-][0-9a-f]{8}\.\w+(\.\w+)?$|^\/_import\/app\/[^/]*-[0-9A-Z]{8}\.js$/;

/**
 * Serves a built site as a good static host would: compressed, cached where names carry a hash, with the headers of
 * its `_headers` file.
 * @throws when the folder holds no site or the port is taken
 */
export async function serveSite(
  folder: string,
  { port = 0, host = "127.0.0.1" }: ServeOptions = {},
): Promise<Site> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`there is no site in ${folder}: build it first with npm run build`);
  }
  const headers = readHeaders(folder);
  const requests: Served[] = [];
  const compress = compression({
    filter: isWorthCompressing,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  const files = sirv(folder, { dev: true, etag: true, setHeaders: fileHeaders });
  const server = createServer((request, response) => {
    const { method = "GET", url = "/" } = request;
    response.on("finish", () => requests.push({ method, path: url, status: response.statusCode }));
    const path = decoded(url.replace(/[?#].*/, ""));
    for (const { pattern, name, value } of headers) if (pattern.test(path)) response.setHeader(name, value);
    if (method !== "GET" && method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return answer(response, 405, "Only GET and HEAD are answered here.\n");
    }
    compress(request as never, response as never, () => {
      // The host's own file is not part of the site; a page has one address, without its ending.
      if (join("/", path).replace(/\/$/, "") === "/_headers") return notFound(folder, response);
      const page = join("/", path.replace(/\/+$/, ""));
      if (path.endsWith("/") && page !== "/" && !existsSync(join(folder, page, "index.html"))) {
        // A page's links start from its address: with a slash at the end they would all lead astray.
        if (existsSync(join(folder, `${page}.html`)))
          return moved(response, page + (/\?.*/.exec(url)?.[0] ?? ""));
      }
      files(request, response, () => notFound(folder, response));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        taken
          ? new Error(`port ${port} is taken: choose another with PORT=${port + 1} npm run serve`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Rules of a `_headers` file: a path on its line (`*` stands for anything), then indented `Name: value`. */
function readHeaders(folder: string): { pattern: RegExp; name: string; value: string }[] {
  const path = join(folder, "_headers");
  if (!existsSync(path)) return [];
  const rules: { pattern: RegExp; name: string; value: string }[] = [];
  let pattern: RegExp | undefined;
  for (const line of readFileSync(path, "utf8").split(/\r?\n/)) {
    if (!line.trim() || line.trimStart().startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      const literal = line
        .trim()
        .split("*")
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
      pattern = new RegExp(`^${literal.join(".*")}$`);
      continue;
    }
    const colon = line.indexOf(":");
    if (!pattern || colon < 0) throw new Error(`${path}: cannot read the line "${line.trim()}"`);
    rules.push({ pattern, name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return rules;
}

/** As the files are looked up, so that a page has its headers however its address is written. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function fileHeaders(response: ServerResponse, path: string): void {
  const ending = /\.\w+$/.exec(path)?.[0] ?? "";
  const type = types[ending];
  if (type) response.setHeader("Content-Type", type);
  if (ending === ".gz") withoutEncoding(response);
  response.setHeader("Cache-Control", hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
}

/** A `.gz` file is a file like any other; the library behind this would have browsers decode it. */
function withoutEncoding(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, headers: object) => ServerResponse;
  response.writeHead = ((status: number, headers: Record<string, unknown>) => {
    const kept = Object.entries(headers).filter(([name]) => name !== "Content-Encoding");
    return writeHead(status, Object.fromEntries(kept));
  }) as typeof response.writeHead;
}

/** Text, scripts, WebAssembly and Arrow; never a part of a file, which would no longer be the part asked for. */
function isWorthCompressing(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers.range) return false;
  const type = String(response.getHeader("Content-Type") ?? "");
  return /^text\/|json|javascript|xml|svg|wasm|arrow/.test(type);
}

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, "404.html");
  response.setHeader("Cache-Control", "no-cache");
  if (!existsSync(page)) return answer(response, 404, "There is no such page.\n");
  answer(response, 404, readFileSync(page), "text/html;charset=utf-8");
}

function moved(response: ServerResponse, location: string): void {
  response.writeHead(308, { Location: encodeURI(location) });
  response.end();
}

function answer(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = "text/plain;charset=utf-8",
): void {
  response.writeHead(status, { "Content-Type": type });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const { url } = await serveSite(siteFolder, { port: portFrom(process.env.PORT, 4173) });
    console.log(
      `Arrivals, built ${statSync(join(siteFolder, "index.html")).mtime.toLocaleString("en-GB")}: ${url}`,
    );
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
