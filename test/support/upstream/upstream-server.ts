import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { goodAnswer } from "./good-answers.js";

/** Answers a request of a refresh; `null` leaves it to the good answer. */
export type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  /** How often this address was asked for, from 1. */
  times: number,
) => void | null | Promise<void | null>;

/** A server on the loopback that stands for every producer. */
export interface UpstreamServer {
  /** With a slash at its end. */
  url: string;
  /** Addresses that were asked for, in their order. */
  asked: string[];
  /** What answers from now on; without one, everything is good. */
  answer: (answering?: Answering) => void;
  close: () => Promise<void>;
}

export async function serveUpstream(): Promise<UpstreamServer> {
  let answering: Answering | undefined;
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      asked.push(url.pathname + url.search);
      const times = asked.filter((one) => one === url.pathname + url.search).length;
      if (answering && (await answering(request, response, url, times)) !== null) return;
      const { type, body } = await goodAnswer(url);
      response.writeHead(200, { "Content-Type": type }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    answer(other) {
      answering = other;
      asked.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
