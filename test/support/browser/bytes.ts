/**
 * FNV-1a, 64 bits, over the eight bytes of every number in a value, in the order of its keys: alike only where each
 * number is the same to the last bit. Runs in Node and in the browser.
 */
export function bytesOf(value: unknown): string {
  let hash = 0xcbf29ce484222325n;
  let numbers = 0;
  const view = new DataView(new ArrayBuffer(8));
  const visit = (part: unknown): void => {
    if (typeof part === "number") {
      numbers++;
      view.setFloat64(0, part);
      for (let i = 0; i < 8; i++)
        hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(i))) * 0x100000001b3n);
    } else if (part !== null && typeof part === "object") {
      const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [, inner] of entries) visit(inner);
    }
  };
  visit(value);
  return `${numbers} numbers, ${hash.toString(16)}`;
}
