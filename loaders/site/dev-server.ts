import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { text } from "node:stream/consumers";
import { createProxyServer } from "http-proxy-3";
import { comingsAddress, type PageComings } from "./follow-pages.js";
import { waitingPage, type Waiting } from "./waiting-page.js";

/** The server in front of Framework's preview. */
export interface DevServer {
  /** The port it took. */
  port: number;
  /** Shows a page that waits, in place of every page. */
  wait(why: Waiting): void;
  /** Hands requests on to the preview at this port. Until it answers, the page that waits stays. */
  forwardTo(previewPort: number): void;
  /** Is told which pages come and go, for pages that ask. */
  comings: PageComings;
}

/**
 * Serves the preview as the built site is served: files that keep their names (`/data/…`, `/database/…`) are where
 * the built site has them, which the preview serves under `/_file/` alone. While there is no preview, it says why.
 * @param port 0 for any that is free
 * @throws with the system's error when the port cannot be taken
 */
export async function startDevServer(port: number, why: Waiting): Promise<DevServer> {
  let preview: number | undefined;
  let waiting = why;
  let state = 0;
  const comings: PageComings = {};
  const proxy = createProxyServer();
  const target = () => ({ target: `http://127.0.0.1:${preview}` });
  proxy.on("error", (_error, request, response) => {
    // Only while the preview starts.
    if ("writeHead" in response) answerWaiting(request, response);
    else response.destroy();
  });

  proxy.on("proxyRes", (answer, request, response) => {
    if (isPage(request)) void handOn(answer, response);
  });

  function answerWaiting(request: IncomingMessage, response: ServerResponse): void {
    const tag = `"waiting-${state}"`;
    response.writeHead(503, {
      "Retry-After": "1",
      "Cache-Control": "no-store",
      ETag: tag,
      "Content-Type": `text/${isPage(request) ? "html" : "plain"};charset=utf-8`,
    });
    const { title, words, problems = [] } = waiting;
    response.end(isPage(request) ? waitingPage(waiting, tag) : [title, words, ...problems, ""].join("\n"));
  }

  const server = createServer((request, response) => {
    // The preview ends at an address it cannot decode.
    if (!isReadable(request.url)) return void response.writeHead(400).end("This address cannot be read.");
    if (request.url === comingsAddress)
      return void response
        .writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" })
        .end(JSON.stringify(comings));
    if (preview === undefined) return answerWaiting(request, response);
    if (request.url === "/licences.txt")
      return void response
        .writeHead(200, { "Content-Type": "text/plain;charset=utf-8" })
        .end("The licences are listed when the site is built: npm run build.\n");
    if (/^\/(data|database|solver|workers)\//.test(request.url ?? ""))
      request.url = `/_file${request.url ?? ""}`;
    proxy.web(request, response, { ...target(), selfHandleResponse: isPage(request) });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (preview !== undefined && isReadable(request.url))
      proxy.ws(request, socket as Parameters<typeof proxy.ws>[1], head, target());
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    wait(other) {
      waiting = other;
      state++;
      preview = undefined;
    },
    forwardTo(previewPort) {
      preview = previewPort;
    },
    comings,
  };
}

const isPage = (request: IncomingMessage) => request.headers.accept?.includes("text/html") === true;

/** Hands on what the preview answers; a page that it cannot make is shown as one that waits until it is mended. */
async function handOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  if ((answer.statusCode ?? 0) < 500) {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    return;
  }
  const words = await text(answer);
  const tag = `"fault-${createHash("sha256").update(words).digest("hex")}"`;
  response.writeHead(answer.statusCode!, {
    "Cache-Control": "no-store",
    ETag: tag,
    "Content-Type": "text/html;charset=utf-8",
  });
  const why = {
    title: "This page cannot be shown",
    words: "It comes by itself when this is mended and saved.",
    problems: words.split("\n").filter((line) => line.trim() !== ""),
  };
  response.end(waitingPage(why, tag));
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createTcpServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function isReadable(address = "/"): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}
