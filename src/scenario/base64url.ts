/** Bytes as base64url (RFC 4648, section 5) without padding: letters, digits, "-" and "_", safe in any address. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of a base64url text, or null where it is none. */
export function fromBase64Url(text: string): Uint8Array | null {
  // One letter more than a group of four holds six bits, which are no byte.
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
