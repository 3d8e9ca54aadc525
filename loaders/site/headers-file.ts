/**
 * Headers in the form that static hosts read (`_headers`): a path, `*` for anything, then its headers. The policy goes
 * with pages alone, as other files have no use for its kilobyte; a folder of pages takes one rule, because hosts read
 * a hundred at most.
 * @param pages hashes of the inline scripts of each page, by its file: "guide/sql.html"
 * @param policy of pages whose scripts have these hashes
 */
export function headersFile(
  pages: ReadonlyMap<string, string[]>,
  policy: (hashes: string[]) => string,
): string {
  const byPath = new Map<string, string[]>();
  // A lost address below a folder is answered with the page for lost addresses, under the folder's policy.
  const lost = pages.get("404.html") ?? [];
  for (const [file, hashes] of pages) {
    for (const path of pathsOf(file)) {
      const answered = path.endsWith("/*") ? [...hashes, ...lost] : hashes;
      byPath.set(path, [...(byPath.get(path) ?? []), ...answered]);
    }
  }
  const rules = [...byPath].map(
    ([path, hashes]) => `${path}\n  Content-Security-Policy: ${policy([...new Set(hashes)].sort())}\n`,
  );
  return `/*
  X-Content-Type-Options: nosniff
  X-Frame-Options: SAMEORIGIN
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), microphone=(), geolocation=()
  Cross-Origin-Opener-Policy: same-origin
${rules.join("")}`;
}

/** Paths under which hosts serve a page: of one at the top, with and without its ending; of others, their folder's. */
function pathsOf(file: string): string[] {
  const [folder, ...below] = file.split("/");
  if (below.length) return [`/${folder}`, `/${folder}/*`];
  const name = `/${file.replace(/\.html$/, "")}`;
  return [...(name === "/index" ? ["/"] : []), name, `${name}.html`];
}
