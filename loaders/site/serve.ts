import { existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { answerFailure, answerRequest } from "./answer-request.js";
import { HeaderRules } from "./header-rules.js";
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
  /** The last thousand requests answered, the oldest first. */
  requests: Served[];
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  /** Is told what the one who serves should know: a `_headers` that cannot be read. The console by default. */
  warn?: (message: string) => void;
}

/** A reader who takes nothing for so long, in milliseconds, is gone: the file is closed. */
const patience = 120_000;

/**
 * Serves a built site as a good static host would: compressed, cached where names carry a hash, with the headers of
 * its `_headers` file. Nothing of the folder is remembered: a new build in its place is served at once. No request ends
 * it; those that are no HTTP are answered by Node itself (400, 408, 431).
 * @throws when the folder holds no site or the port cannot be had
 */
export async function serveSite(
  folder: string,
  { port = 0, host = "127.0.0.1", warn = console.error }: ServeOptions = {},
): Promise<Site> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`there is no site in ${folder}: build it first with npm run build`);
  }
  const headerRules = new HeaderRules(folder, warn);
  const requests: Served[] = [];
  const server = createServer(
    inTurn(async (request, response, signal) => {
      const { method = "GET", url = "/" } = request;
      response.on("finish", () => {
        requests.push({ method, path: url, status: response.statusCode });
        if (requests.length > 1000) requests.shift();
      });
      try {
        await answerRequest(folder, headerRules, request, response, signal);
      } catch (error) {
        answerFailure(response, error, warn);
      }
    }),
  );
  server.setTimeout(patience);
  server.on("connect", (_request, socket: Socket) => {
    socket.on("error", () => {});
    socket.write("HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n");
    socket.destroySoon();
  });
  await listen(server, port, host);
  server.on("error", (error) => warn(`a connection could not be taken: ${error.message}`));
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

/**
 * Takes the requests of a connection one after the other: answered at once, a thousand of them in one packet would open
 * a thousand files.
 * @param answer must not fail; its signal says that the connection is closed
 */
function inTurn(
  answer: (request: IncomingMessage, response: ServerResponse, signal: AbortSignal) => Promise<void>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const turns = new WeakMap<Socket, Promise<void>>();
  return (request, response) => {
    const { socket } = request;
    // The connection alone is lost, which is said by its end.
    request.on("error", () => {});
    response.on("error", () => {});
    const before = turns.get(socket) ?? Promise.resolve();
    turns.set(
      socket,
      before.then(async () => {
        if (socket.destroyed) return;
        const gone = new AbortController();
        const leave = () => gone.abort();
        socket.once("close", leave);
        await answer(request, response, gone.signal);
        socket.off("close", leave);
      }),
    );
  };
}

/** @throws with a way out when the port cannot be had */
function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const other = `choose another with PORT=${port < 65535 && port >= 1024 ? port + 1 : 4173} npm run serve`;
      if (error.code === "EADDRINUSE") reject(new Error(`port ${port} is taken: ${other}`));
      else if (error.code === "EACCES") reject(new Error(`port ${port} needs more rights: ${other}`));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
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
