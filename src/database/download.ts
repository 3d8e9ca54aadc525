import { isOffline } from "../components/offline.js";
import { missing } from "./browser-features.js";
import { DatabaseUnavailable } from "./errors.js";
import { foreignContent } from "./file-faults.js";
import type { Silence } from "./silence.js";

/** Bytes that have come, and of how many (`null` when not known). */
export type OnBytes = (loaded: number, total: number | null) => void;

/** What every transfer of an opening shares. */
export interface Transfer {
  signal: AbortSignal;
  silence: Silence;
}

/**
 * Fetches a file of this site.
 * @throws DatabaseUnavailable that names the file and says what is wrong with it: missing, lost on the way, empty, a
 * web page in its place; AbortError when aborted
 */
export async function download(
  address: string,
  { signal, silence }: Transfer,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = fileName(address);
  return silence.file(
    name,
    (async () => {
      try {
        const response = await get(address, signal);
        const parts: Uint8Array<ArrayBuffer>[] = [];
        const reader = response.body!.getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          silence.heard();
          parts.push(part.value);
        }
        const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
        refuseForeign(name, bytes, response);
        return bytes;
      } catch (error) {
        throw lost(address, signal, error);
      }
    })(),
  );
}

/**
 * Fetches WebAssembly from its gzip file and unpacks it as it comes. A host that declares the file as compressed has
 * had it unpacked by the browser already: the first bytes tell.
 * @param onBytes told of every part that comes, packed
 * @throws as `download`; DatabaseUnavailable when the file cannot be unpacked or is no WebAssembly
 */
export async function downloadWasm(address: string, transfer: Transfer, onBytes: OnBytes): Promise<Blob> {
  const name = fileName(address);
  const { signal, silence } = transfer;
  return silence.file(
    name,
    unpacked(address, name, signal, (loaded, total) => {
      silence.heard();
      onBytes(loaded, total);
    }),
  );
}

async function unpacked(address: string, name: string, signal: AbortSignal, onBytes: OnBytes): Promise<Blob> {
  let broken: unknown;
  try {
    const response = await get(address, signal);
    const parts = response.body!.getReader();
    // What an encoding of the host's own would hide: the length is that of the bytes on the way.
    const length = response.headers.get("content-encoding") ? null : response.headers.get("content-length");
    const total = length === null ? null : Number(length);
    const first = (await parts.read()).value ?? new Uint8Array();
    refuseForeign(name, first, response);
    let loaded = first.length;
    onBytes(loaded, total);
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(first),
      async pull(controller) {
        try {
          const { done, value } = await parts.read();
          if (done) return controller.close();
          loaded += value.length;
          onBytes(loaded, total);
          controller.enqueue(value);
        } catch (error) {
          broken = error;
          throw error;
        }
      },
      cancel: (reason) => parts.cancel(reason),
    });
    const gzip = first[0] === 0x1f && first[1] === 0x8b;
    if (gzip && typeof DecompressionStream !== "function") {
      void parts.cancel();
      throw missing("DecompressionStream");
    }
    const wasm = gzip ? body.pipeThrough(new DecompressionStream("gzip")) : body;
    const blob = await new Response(wasm, { headers: { "content-type": "application/wasm" } }).blob();
    const start = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (!isWasm(start)) throw new DatabaseUnavailable("damaged", `${name} holds something else`);
    return blob;
  } catch (error) {
    if (signal.aborted || broken || error instanceof DatabaseUnavailable)
      throw lost(address, signal, broken ?? error);
    throw new DatabaseUnavailable("damaged", `${name} is cut short or damaged: it cannot be unpacked`, {
      cause: error,
    });
  }
}

async function get(address: string, signal: AbortSignal): Promise<Response> {
  // Asked whether it is still the newest: files of two versions of the site must not meet.
  const response = await fetch(address, { signal, cache: "no-cache" }).catch((error: unknown) => {
    throw lost(address, signal, error);
  });
  if (!response.ok) throw new DatabaseUnavailable("file", `${fileName(address)}: ${response.status}`);
  return response;
}

/** @throws DatabaseUnavailable when the bytes are nobody's: none, or a web page's */
function refuseForeign(name: string, bytes: Uint8Array, response: Response): void {
  const fault = foreignContent(bytes, response.headers.get("content-type") ?? "");
  if (fault) throw new DatabaseUnavailable("damaged", `${name} ${fault}`);
}

/** What to throw for a transfer that failed. */
function lost(address: string, signal: AbortSignal, error: unknown): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof DatabaseUnavailable) return error;
  if (isOffline()) return new DatabaseUnavailable("offline", fileName(address), { cause: error });
  return new DatabaseUnavailable("file", `${fileName(address)}: the connection was lost or refused`, {
    cause: error,
  });
}

function fileName(address: string): string {
  return new URL(address).pathname.split("/").pop()!;
}

/** True for bytes that start as every WebAssembly module does: NUL, "asm". */
function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}
