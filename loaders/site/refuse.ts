import type { ServerResponse } from "node:http";

/** Answers with a sentence instead of a file. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  const body = `${sentence}\n`;
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Content-Length", Buffer.byteLength(body));
  response.setHeader("Cache-Control", "no-cache");
  response.end(response.req.method === "HEAD" ? undefined : body);
}
