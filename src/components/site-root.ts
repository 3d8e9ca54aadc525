/**
 * The site's root, wherever it is hosted: modules are served from `/_import/<folder>/`, one by one in the preview and
 * in the bundles of the built site.
 */
export const siteRoot = new URL("../../", import.meta.url);

/** The address of a page or file of this site, from "/…". */
export function siteLink(path: string): string {
  return new URL(path.replace(/^\//, ""), siteRoot).href;
}
