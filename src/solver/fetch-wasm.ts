import { ReaderError } from "../components/reader-error.js";

/**
 * Fetches WebAssembly from its gzip file and unpacks it. A host that declares the file as compressed has had it
 * unpacked on the way: the first bytes tell.
 * @throws ReaderError that names the file and what is wrong with it
 */
export async function fetchWasm(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const name = new URL(address).pathname.split("/").pop()!;
  const response = await fetch(address).catch((error: unknown) => {
    throw new ReaderError(`${name}: the connection was lost or refused`, { cause: error });
  });
  if (!response.ok) throw new ReaderError(`${name}: ${response.status}`);
  const packed = new Uint8Array(
    await response.arrayBuffer().catch((error: unknown) => {
      throw new ReaderError(`${name} did not arrive whole: the connection was lost`, { cause: error });
    }),
  );
  const wasm = packed[0] === 0x1f && packed[1] === 0x8b ? await unpack(packed, name) : packed;
  // Every module of WebAssembly begins with NUL, "asm".
  if (String(wasm.subarray(0, 4)) !== "0,97,115,109") throw new ReaderError(`${name} holds something else`);
  return wasm;
}

async function unpack(packed: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof DecompressionStream === "undefined")
    throw new ReaderError(`this browser cannot unpack ${name}: a newer one can`);
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    throw new ReaderError(`${name} cannot be unpacked: it did not arrive whole`, { cause: error });
  }
}
