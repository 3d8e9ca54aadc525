/** What is wrong with bytes that should be data or a script and are not, as a sentence goes on; `null` if nothing. */
export function foreignContent(bytes: Uint8Array, contentType = ""): string | null {
  if (bytes.length === 0) return "is empty";
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  if (/^<(!doctype|html|head|body|!--)/.test(start) || /^text\/html\b/.test(contentType))
    return "is a web page: the site's host, or a page to log in, answered in its place";
  return null;
}
