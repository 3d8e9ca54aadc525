/** What a request asks for, read from its target. */
export interface AskedPath {
  /** Names between the slashes, decoded: ["guide", "sql"]; none for the site's root. */
  names: string[];
  /** The same as they came, to be sent back in a redirect. */
  rawNames: string[];
  /** True where the path ends with a slash, the root included. */
  isFolder: boolean;
  /** As it came, with its question mark; empty where there is none. */
  query: string;
}

/**
 * Reads the target of a request: "/compare?a=b", or the whole address, as proxies send it.
 * @returns undefined for what is no path in percent-encoded UTF-8
 */
export function readAskedPath(target: string): AskedPath | undefined {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, "").replace(/#.*/s, "");
  const [path = ""] = local.split("?", 1);
  if (path !== "" && !path.startsWith("/")) return undefined;
  const rawNames = path.split("/").filter(Boolean);
  try {
    const names = rawNames.map(decodeURIComponent);
    if (names.some((name) => name.includes("\0"))) return undefined;
    return {
      names,
      rawNames,
      isFolder: path === "" || path.endsWith("/"),
      query: local.slice(path.length),
    };
  } catch {
    return undefined;
  }
}

/**
 * Whether a path may lead to a file of the site at all. Hidden names and ways upwards begin with a dot; a separator or
 * a control character inside a name is never an honest one; the host's own file is no part of the site.
 */
export function isServed({ names }: AskedPath): boolean {
  if (names.length === 1 && names[0]!.toLowerCase() === "_headers") return false;
  // eslint-disable-next-line no-control-regex
  return !names.some((name) => /^\.|[/\\\u0000-\u001f\u007f]/.test(name));
}

/** As the rules of `_headers` name it: decoded, one slash between names. */
export function writtenPath({ names, isFolder }: AskedPath): string {
  return `/${names.join("/")}${isFolder && names.length ? "/" : ""}`;
}
