import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { EnvHttpProxyAgent, request, type Dispatcher } from "undici";
import type { Answer } from "./answer.js";
import type { FileKind, GetOptions } from "./producer.js";
import { NotModified, RefreshFault, TooBig } from "./refresh-fault.js";
import { secondsToWait } from "./retry-after.js";
import { transportFault } from "./transport-fault.js";

/** How long is waited, in milliseconds, and how much is read. */
export interface Limits {
  /** Until the connection stands, the first byte comes, and between two parts of the body. */
  connect: number;
  headers: number;
  body: number;
  mostBytes: number;
}

export const usualLimits: Limits = { connect: 15_000, headers: 60_000, body: 60_000, mostBytes: 200e6 };

/** Sends requests as the environment says: `HTTPS_PROXY`, `NO_PROXY`; certificates by `NODE_EXTRA_CA_CERTS`. */
export function dispatcherFor({ connect, headers, body }: Limits): Dispatcher {
  return new EnvHttpProxyAgent({ connect: { timeout: connect }, headersTimeout: headers, bodyTimeout: body });
}

/** What is known of an address from before, so that what did not change is not sent again. */
export interface Known {
  etag?: string | undefined;
  "last-modified"?: string | undefined;
}

export interface Asking {
  dispatcher: Dispatcher;
  limits: Limits;
  known?: Known;
  /** Is told of the bytes as they come, and how many there are in all where that is known. */
  progress?: (bytes: number, all: number | null) => void;
}

/** Ways an answer may lead on. */
const mostRedirects = 5;

/**
 * Asks for an address once.
 * @throws NotModified where nothing changed since `known`; TooBig for status 413; RefreshFault for every other answer than
 * a whole one of status 200. `passing` says whether asking again is worth it, `waitSeconds` how long the producer wants
 * to be left alone
 */
export async function fetchAnswer(address: string, options: GetOptions, asking: Asking): Promise<Answer> {
  const { expected, kind } = options;
  try {
    const { statusCode, headers: given, body } = await followed(address, options, asking);
    const header = (name: string) => [given[name] ?? null].flat()[0] ?? null;
    if (statusCode === 304) {
      await body.dump();
      throw new NotModified(address);
    }
    const packed = await bytesOf(address, body, header, asking);
    const bytes = unpacked(packed, header("content-encoding"));
    if (statusCode !== 200) throw statusFault(address, expected, statusCode, bytes, header);
    refuseKind(address, expected, kind, header("content-type"));
    const headers: Answer["headers"] = {};
    for (const name of ["etag", "last-modified", "content-type"] as const) {
      const value = header(name);
      if (value !== null) headers[name] = value;
    }
    return { address, bytes, headers };
  } catch (error) {
    if (error instanceof RefreshFault || error instanceof NotModified) throw error;
    throw transportFault(address, expected, error);
  }
}

type Header = (name: string) => string | null;

/** The answer behind redirects, which lead neither to another host nor out of https. */
async function followed(
  address: string,
  { headers }: GetOptions,
  { dispatcher, known, limits }: Asking,
): Promise<Dispatcher.ResponseData> {
  const conditions: Record<string, string> = {};
  if (known?.etag) conditions["If-None-Match"] = known.etag;
  if (known?.["last-modified"]) conditions["If-Modified-Since"] = known["last-modified"];
  let at = new URL(address);
  for (let ways = 0; ways <= mostRedirects; ways++) {
    const answer = await headedInTime(limits, (signal) =>
      request(at, {
        dispatcher,
        signal,
        headers: {
          "User-Agent": "Arrivals",
          Accept: "*/*",
          "Accept-Encoding": "gzip, br",
          ...conditions,
          ...headers,
        },
      }),
    );
    const way = [answer.headers["location"] ?? null].flat()[0] ?? null;
    if (![301, 302, 303, 307, 308].includes(answer.statusCode) || way === null) return answer;
    await answer.body.dump();
    const next = new URL(way, at);
    if (next.host !== at.host || next.protocol !== at.protocol)
      throw new RefreshFault({
        address,
        expected: `an answer of ${at.host}`,
        came: `it leads to ${next.protocol}//${next.host}`,
        mend: "Look up the new address, and write it into the producer's file if it is the producer's own.",
      });
    at = next;
  }
  throw new RefreshFault({
    address,
    expected: `an answer of ${at.host}`,
    came: `it leads on more than ${mostRedirects} times`,
    mend: "Open the address in a browser, and write where it ends into the producer's file.",
  });
}

/** Gives a question up whose headers have not come: the client itself waits for ever where a proxy hangs up. */
async function headedInTime<Value>(
  { connect, headers }: Limits,
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const giving = new AbortController();
  const late = Object.assign(new Error("no headers came"), { code: "HEADERS_TIMEOUT" });
  const timer = setTimeout(() => giving.abort(late), connect + headers);
  try {
    return await ask(giving.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Statuses of a server that is busy or ill; 400 for an address that worked yesterday is one of them, too. */
const passingStatuses = [400, 403, 408, 425, 429, 500, 502, 503, 504];

function statusFault(
  address: string,
  expected: string,
  status: number,
  bytes: Uint8Array,
  header: Header,
): RefreshFault {
  const words = new TextDecoder().decode(bytes.subarray(0, 2000)).trim();
  const said = words && !words.startsWith("<") ? ` (“${words.replace(/\s+/g, " ").slice(0, 160)}”)` : "";
  const fault = { address, expected, came: `status ${status} came${said}`, mend: mendOf(status) };
  if (status === 413 || /EXTRACTION_TOO_BIG/.test(words)) return new TooBig(fault);
  const made = new RefreshFault(fault, passingStatuses.includes(status));
  made.waitSeconds = secondsToWait(header("retry-after"), header("date"));
  return made;
}

function mendOf(status: number): string {
  if (status === 404 || status === 410)
    return "Look up the new address, and write it into the producer's file.";
  if (status === 401 || status === 403) return "The producer refuses this program today: try again later.";
  if (status === 429) return "The producer wants fewer questions: try again later.";
  return "The producer refuses it today: try again later.";
}

const kinds: Record<FileKind, RegExp> = {
  json: /json|javascript|text\/plain|octet-stream|text\/html/,
  csv: /csv|text\/plain|octet-stream|text\/html|xml|json/,
  workbook: /spreadsheet|excel|zip|octet-stream|text\/html/,
};

/** Web pages pass, and errors in XML or JSON: what is read says what they say. */
function refuseKind(address: string, expected: string, kind: FileKind, type: string | null): void {
  if (type === null || kinds[kind].test(type)) return;
  throw new RefreshFault(
    {
      address,
      expected,
      came: `the answer says that it is ${type}`,
      mend: "Try again later; if it stays so, the producer has changed its format.",
    },
    true,
  );
}

/** The bytes of a body as they came, packed or not. */
async function bytesOf(
  address: string,
  body: AsyncIterable<Uint8Array>,
  header: Header,
  { limits, progress }: Asking,
): Promise<Buffer> {
  const all = Number(header("content-length")) || null;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    parts.push(part);
    bytes += part.length;
    if (bytes > limits.mostBytes)
      throw new RefreshFault({
        address,
        expected: `at most ${Math.round(limits.mostBytes / 1e6)} MB`,
        came: "more is coming",
        mend: "Ask for fewer years or places in the producer's file.",
      });
    progress?.(bytes, all);
  }
  return Buffer.concat(parts);
}

/** Unpacked here, and not by the client, which takes a packed answer that was cut off for a whole one. */
function unpacked(bytes: Buffer, encoding: string | null): Uint8Array {
  switch (encoding?.toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return gunzipSync(bytes);
    case "br":
      return brotliDecompressSync(bytes);
    case "deflate":
      return inflateSync(bytes);
    default:
      return bytes;
  }
}
