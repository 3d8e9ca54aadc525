import { DatabaseUnavailable } from "./errors.js";

/** Bytes that have come, and of how many (`null` when not known). */
export type OnBytes = (loaded: number, total: number | null) => void;

/**
 * Fetches a file of this site.
 * @throws DatabaseUnavailable that names the file, and the status where there is one; AbortError when aborted
 */
export async function download(address: string, signal: AbortSignal, onBytes?: OnBytes): Promise<Uint8Array> {
  const name = new URL(address).pathname.split("/").pop()!;
  try {
    const response = await fetch(address, { signal });
    if (!response.ok || !response.body) throw new DatabaseUnavailable("file", `${name}: ${response.status}`);
    // Bytes are counted as they arrive here: decoded, if the host has packed them once more.
    const length = response.headers.get("content-encoding") ? null : response.headers.get("content-length");
    const total = length === null ? null : Number(length);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    onBytes?.(0, total);
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      loaded += part.value.length;
      onBytes?.(loaded, total);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch (error) {
    if (signal.aborted || error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable("file", `${name}: the connection was lost or refused`, { cause: error });
  }
}

/**
 * The WebAssembly inside a gzip file. A host that declares the file as compressed has had it decoded by the browser
 * already: the first bytes tell.
 * @throws DatabaseUnavailable when it is neither
 */
export async function unpackWasm(bytes: Uint8Array): Promise<Uint8Array> {
  if (isWasm(bytes)) return bytes;
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzip) throw new DatabaseUnavailable("damaged", "duckdb-eh.wasm.gz is not a gzip file");
  let wasm: Uint8Array;
  try {
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
    wasm = new Uint8Array(
      await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer(),
    );
  } catch (error) {
    throw new DatabaseUnavailable("damaged", "duckdb-eh.wasm.gz cannot be unpacked", { cause: error });
  }
  if (!isWasm(wasm)) throw new DatabaseUnavailable("damaged", "duckdb-eh.wasm.gz holds something else");
  return wasm;
}

/** True for bytes that start as every WebAssembly module does: NUL, "asm". */
function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}
