import { DatabaseUnavailable } from "./errors.js";

/** Bytes that have come, and of how many (`null` when not known). */
export type OnBytes = (loaded: number, total: number | null) => void;

/**
 * Fetches a file of this site.
 * @throws DatabaseUnavailable that names the file, and the status where there is one; AbortError when aborted
 */
export async function download(address: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await (await get(address, signal)).arrayBuffer());
  } catch (error) {
    throw lost(address, signal, error);
  }
}

/**
 * Fetches WebAssembly from its gzip file and unpacks it as it comes. A host that declares the file as compressed has
 * had it unpacked by the browser already: the first bytes tell.
 * @param onBytes told of every part that comes, packed
 * @throws as `download`; DatabaseUnavailable when the file is damaged or something else
 */
export async function downloadWasm(address: string, signal: AbortSignal, onBytes: OnBytes): Promise<Blob> {
  const name = fileName(address);
  let broken: unknown;
  try {
    const response = await get(address, signal);
    const parts = response.body!.getReader();
    // What an encoding of the host's own would hide: the length is that of the bytes on the way.
    const length = response.headers.get("content-encoding") ? null : response.headers.get("content-length");
    const total = length === null ? null : Number(length);
    const first = (await parts.read()).value ?? new Uint8Array();
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
    const wasm = gzip ? body.pipeThrough(new DecompressionStream("gzip")) : body;
    const blob = await new Response(wasm, { headers: { "content-type": "application/wasm" } }).blob();
    const start = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (!isWasm(start)) throw new DatabaseUnavailable("damaged", `${name} holds something else`);
    return blob;
  } catch (error) {
    if (signal.aborted || broken || error instanceof DatabaseUnavailable)
      throw lost(address, signal, broken ?? error);
    throw new DatabaseUnavailable("damaged", `${name} cannot be unpacked`, { cause: error });
  }
}

async function get(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    throw lost(address, signal, error);
  });
  if (!response.ok) throw new DatabaseUnavailable("file", `${fileName(address)}: ${response.status}`);
  return response;
}

/** What to throw for a transfer that failed. */
function lost(address: string, signal: AbortSignal, error: unknown): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof DatabaseUnavailable) return error;
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
