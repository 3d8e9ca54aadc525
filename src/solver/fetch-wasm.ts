/**
 * Fetches WebAssembly from its gzip file and unpacks it. A host that declares the file as compressed has had it
 * unpacked on the way: the first bytes tell.
 * @throws Error that names the file and what is wrong with it
 */
export async function fetchWasm(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const name = new URL(address).pathname.split("/").pop()!;
  const response = await fetch(address).catch((error: unknown) => {
    throw new Error(`${name}: the connection was lost or refused`, { cause: error });
  });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const packed = new Uint8Array(await response.arrayBuffer());
  const wasm = packed[0] === 0x1f && packed[1] === 0x8b ? await unpack(packed, name) : packed;
  // Every module of WebAssembly begins with NUL, "asm".
  if (String(wasm.subarray(0, 4)) !== "0,97,115,109") throw new Error(`${name} holds something else`);
  return wasm;
}

async function unpack(packed: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    throw new Error(`${name} cannot be unpacked`, { cause: error });
  }
}
