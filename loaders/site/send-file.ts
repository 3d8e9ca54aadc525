import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import fresh from "fresh";
import { byteRange, isStillThatFile } from "./byte-range.js";
import { cacheControl, encodingFor, isWorthCompressing, lastModified, typeOf } from "./file-headers.js";
import { refuse } from "./refuse.js";
import type { SiteFile } from "./site-file.js";

/**
 * Sends a file, or the part asked for, and closes it whatever happens.
 * @param signal ends it when the reader is gone
 * @param status 404 for the page of lost addresses, which goes out whole and is not kept
 * @throws when the reader left early or the file cannot be read to its end; the connection is closed then
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: SiteFile,
  signal: AbortSignal,
  status = 200,
): Promise<void> {
  try {
    await send(request, response, file, signal, status);
  } finally {
    await file.handle.close();
  }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { path, handle, stats: { size, mtimeMs } }: SiteFile,
  signal: AbortSignal,
  status: number,
): Promise<void> {
  const type = typeOf(path);
  const encoding = encodingFor(request, type, size);
  let start = 0;
  let end = size - 1;
  response.statusCode = status;
  response.setHeader("Cache-Control", status === 200 ? cacheControl(path) : "no-cache");
  if (isWorthCompressing(type)) response.setHeader("Vary", "Accept-Encoding");
  if (status === 200) {
    const { headers, method } = request;
    const tag = `"${size.toString(16)}-${Math.round(mtimeMs * 1000).toString(16)}"`;
    const etag = encoding ? `W/${tag}` : tag;
    const date = lastModified(mtimeMs, Date.now());
    response.setHeader("ETag", etag);
    if (date !== undefined) response.setHeader("Last-Modified", date);
    response.setHeader("Accept-Ranges", "bytes");
    if (fresh(headers, { etag, "last-modified": date })) {
      response.statusCode = 304;
      return void response.end();
    }
    // Parts are for GET alone; a changed file goes out whole.
    const isPart = method === "GET" && isStillThatFile(headers["if-range"] as string, tag, date);
    const range = isPart ? byteRange(headers.range, size) : undefined;
    if (range === "none") {
      response.setHeader("Content-Range", `bytes */${size}`);
      return refuse(response, 416, `This file has ${size} bytes; the part asked for is not among them.`);
    }
    if (range) {
      ({ start, end } = range);
      response.statusCode = 206;
      response.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
    }
  }
  response.setHeader("Content-Type", type);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  else response.setHeader("Content-Length", end - start + 1);
  if (request.method === "HEAD" || size === 0) return void response.end();
  const source = handle.createReadStream({ start, end });
  const whole = (chunks: AsyncIterable<Buffer>) => allOf(chunks, end - start + 1);
  if (encoding) await pipeline(source, whole, encoders[encoding](), response, { signal });
  else await pipeline(source, whole, response, { signal });
}

const encoders = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip(),
};

/**
 * Hands bytes on and fails where there are fewer than announced: a file cut short meanwhile would otherwise leave the
 * reader waiting for the rest, or taking the next answer for it.
 */
async function* allOf(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const chunk of chunks) {
    sent += chunk.length;
    yield chunk;
  }
  if (sent < length) throw new Error("the file was cut short while it was sent");
}
