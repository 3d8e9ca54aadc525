import type { IncomingMessage, ServerResponse } from "node:http";
import { readAskedPath, writtenPath, type AskedPath } from "./asked-path.js";
import { matches, type HeaderRule, type HeaderRules } from "./header-rules.js";
import { refuse } from "./refuse.js";
import { sendFile } from "./send-file.js";
import { isForbidden, isOutOfHandles, lookUp, type Found } from "./site-file.js";

/**
 * Answers one request for a file of the site.
 * @param signal says that the reader is gone
 * @throws an error of the file system, or of the connection
 */
export async function answerRequest(
  folder: string,
  headerRules: HeaderRules,
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const { method, url = "/" } = request;
  const asked = readAskedPath(url);
  const path = asked ? writtenPath(asked) : url;
  if (method !== "GET" && method !== "HEAD") {
    setHeaders(response, (await headerRules.read()).rules, path);
    response.setHeader("Allow", "GET, HEAD");
    // What else comes on this connection may be the body of that request, of any length.
    response.setHeader("Connection", "close");
    return refuse(response, 405, "Only GET and HEAD are answered here.");
  }
  if (!asked) {
    setHeaders(response, (await headerRules.read()).rules, path);
    return refuse(response, 400, "This address cannot be read.");
  }
  const { found, rules } = await lookUpInOneBuild(folder, headerRules, asked);
  setHeaders(response, rules, path);
  switch (found.kind) {
    case "file":
      return sendFile(request, response, found.file, signal);
    case "moved":
      // Not for ever: with the next build a page may have become a folder, and browsers keep a 301 or 308.
      response.setHeader("Location", found.address);
      return refuse(response, 307, "This page has another address.");
    case "lost":
      if (found.page) return sendFile(request, response, found.page, signal, 404);
      return refuse(response, 404, "There is no such page.");
    case "unreadable":
      throw found.error;
    case "no site":
      response.setHeader("Retry-After", "2");
      response.setHeader("Refresh", "2");
      return refuse(response, 503, "There is no site here at the moment: it is being built, or was removed.");
  }
}

/** Answers with what went wrong, or closes the connection where the answer is already under way. */
export function answerFailure(
  response: ServerResponse,
  error: unknown,
  warn: (message: string) => void,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
  } else if (isForbidden(error)) {
    refuse(response, 403, "The server has no right to read this file.");
  } else if (isOutOfHandles(error)) {
    response.setHeader("Retry-After", "2");
    refuse(response, 503, "The server has too many files open: try again in a moment.");
  } else {
    warn(`${response.req.method} ${response.req.url} could not be answered: ${String(error)}`);
    refuse(response, 500, "The server could not answer this; its window says why.");
  }
}

/** Most builds that may take the folder's place while one request is looked up. */
const mostAttempts = 10;

/**
 * A page's policy names the hashes of its scripts: both have to come from one build, even when the next one takes the
 * folder's place just now. Where builds come faster than that, there is no site at the moment.
 */
async function lookUpInOneBuild(
  folder: string,
  headerRules: HeaderRules,
  asked: AskedPath,
): Promise<{ found: Found; rules: HeaderRule[] }> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const { version, rules } = await headerRules.read();
    const found = await lookUp(folder, asked);
    if (version === (await headerRules.version())) return { found, rules };
    if (found.kind === "file") await found.file.handle.close();
    if (found.kind === "lost") await found.page?.handle.close();
  }
  return { found: { kind: "no site" }, rules: (await headerRules.read()).rules };
}

function setHeaders(response: ServerResponse, rules: HeaderRule[], path: string): void {
  for (const { pattern, name, value } of rules) if (matches(pattern, path)) response.setHeader(name, value);
}
