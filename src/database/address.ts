/**
 * Address of a file of this site that keeps its name ("data/cities.arrow"), wherever the site is hosted. Scripts of
 * the built site stand in `/_import/database/` under a name with a hash; in preview the name has none, and files
 * are served under `/_file/`.
 * @param script the address of a script in `src/database`, `import.meta.url`
 */
export function siteAddress(path: string, script: string = import.meta.url): string {
  const built = /\.[0-9a-f]{8}\.js$/.test(new URL(script).pathname);
  return new URL(`../../${built ? "" : "_file/"}${path}`, script).href;
}
