import type { IncomingMessage } from "node:http";
import { lookup } from "mrmime";
import Negotiator from "negotiator";

/** Types that hosts know by the file's ending and the library behind this does not; the site's one XML is its feed. */
const types: Record<string, string> = {
  arrow: "application/vnd.apache.arrow.file",
  parquet: "application/vnd.apache.parquet",
  xml: "application/atom+xml",
};

/** Content type of a file; text is UTF-8 throughout the site. */
export function typeOf(path: string): string {
  const type = types[path.slice(path.lastIndexOf(".") + 1)] ?? lookup(path) ?? "application/octet-stream";
  return /^text\//.test(type) ? `${type}; charset=utf-8` : type;
}

/** Files named by a hash of their content, so that a copy is good for ever: Framework's, and the bundles. */
const hashed = /^_(import|file|node|npm|observablehq)\/.*[.-][0-9a-f]{8}\.\w+(\.\w+)?$/;

/** How long after its last change a file's date is sure to stand for it alone, in milliseconds. */
const settled = 2000;

/**
 * The date that stands for a file (`Last-Modified`), to the second. A file that was changed just now may change again
 * within that second: its date would stand for both, so it has none yet, and its tag alone tells it.
 * @param changed when it was changed, and `now`, in milliseconds since 1970
 */
export function lastModified(changed: number, now: number): string | undefined {
  return now - changed >= settled ? new Date(changed).toUTCString() : undefined;
}

/** @param path of the file from the site's root: "guide/sql.html" */
export function cacheControl(path: string): string {
  return hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

/** Text, scripts, WebAssembly and Arrow. A `.gz` is a file like any other, and Parquet is compressed in itself. */
export function isWorthCompressing(type: string): boolean {
  return /^text\/|json|javascript|xml|svg|wasm|arrow/.test(type);
}

/** How such a file goes out: undefined for as it is, as always where a part is asked for. */
export function encodingFor(request: IncomingMessage, type: string, size: number): "br" | "gzip" | undefined {
  // Below a kilobyte compression saves no packet.
  if (size < 1024 || !isWorthCompressing(type) || request.headers.range !== undefined) return undefined;
  const accepted = new Negotiator(request).encodings(["br", "gzip"]);
  return (["br", "gzip"] as const).find((encoding) => accepted.includes(encoding));
}
