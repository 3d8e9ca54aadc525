/*
 * Values that DuckDB hands over as bytes.
 */

/** A whole number in two's complement, or without a sign; the lowest byte comes first. */
export function integerOf(bytes: Uint8Array, signed: boolean): bigint {
  let bits = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(bytes[i]!);
  return signed ? BigInt.asIntN(bytes.length * 8, bits) : bits;
}

/**
 * A whole number of any length: three bytes of sign and length, then its own, the highest first; those of a negative
 * number are turned round.
 */
export function longIntegerOf(bytes: Uint8Array): bigint {
  const positive = (bytes[0]! & 0x80) !== 0;
  let size = 0n;
  for (const byte of bytes.subarray(3)) size = (size << 8n) | BigInt(positive ? byte : byte ^ 0xff);
  return positive ? size : -size;
}

/** "00112233-4455-6677-8899-aabbccddeeff" */
export function uuidOf(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** "101": the first byte says how many bits of the second only fill it up. */
export function bitsOf(bytes: Uint8Array): string {
  const bits = [...bytes.subarray(1)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.slice(bytes[0]);
}

/** Bytes as DuckDB writes them: letters as they are, the rest as "\\xE9". */
export function blobText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    const plain = byte >= 0x20 && byte < 0x7f && !`\\'"`.includes(String.fromCharCode(byte));
    return plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

/** "-1.50": the digits of a whole number, with `scale` of them behind the point. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const point = digits.length - scale;
  return (unscaled < 0n ? "-" : "") + digits.slice(0, point) + (scale ? `.${digits.slice(point)}` : "");
}
