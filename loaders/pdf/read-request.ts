import { usage, UsageFault } from "./usage.js";

/** What was asked for on the command line. */
export interface PdfRequest {
  /** Path of the page from the site's root, query and hash: "/compare?cities=lisbon". */
  address: string;
  /** As it was given; undefined for the usual name. */
  file: string | undefined;
  /** Where the site is published, with a slash at its end; undefined where that is not said. */
  site: URL | undefined;
  /** When the PDF is made; undefined for now. */
  date: Date | undefined;
}

/**
 * Reads the words after the command.
 * @param epoch `SOURCE_DATE_EPOCH`: seconds since 1970, for a PDF that comes out the same again
 * @throws UsageFault in words
 */
export function readRequest(args: readonly string[], epoch?: string): PdfRequest {
  const { words, site } = withoutSite(args);
  const [address, file, ...more] = words;
  const unknown = words.find((word) => /^-./.test(word));
  if (unknown !== undefined) throw new UsageFault(`there is no option ${unknown}\n${usage}`);
  if (!address) throw new UsageFault(`which page? ${usage}`);
  if (more.length) throw new UsageFault(`${JSON.stringify(more[0])} is one word too many\n${usage}`);
  if (file === "") throw new UsageFault(`the name of the file is empty\n${usage}`);
  return {
    address: localAddress(address),
    file,
    site: site === undefined ? undefined : siteOf(site),
    date: dateOf(epoch),
  };
}

function withoutSite(args: readonly string[]): { words: string[]; site: string | undefined } {
  const words = [...args];
  const at = words.findIndex((word) => /^--site(=|$)/.test(word));
  if (at < 0) return { words, site: undefined };
  const joined = words[at]!.split("=").slice(1).join("=");
  const [, next] = words.splice(at, joined ? 1 : 2);
  const site = joined || next;
  if (!site) throw new UsageFault(`--site needs the address of the site\n${usage}`);
  return { words, site };
}

/** @throws UsageFault for an address on a host: what is printed is the site that was built here */
function localAddress(address: string): string {
  const [, path] = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*(.*)$/is.exec(address) ?? [];
  if (path !== undefined)
    throw new UsageFault(
      `${JSON.stringify(address)} names a host, and pages are taken from dist/ alone: write "${path || "/"}"`,
    );
  if (/^[a-z][a-z\d+.-]*:/i.test(address))
    throw new UsageFault(`${JSON.stringify(address)} is no address of a page\n${usage}`);
  return address.startsWith("/") ? address : `/${address}`;
}

function siteOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw new UsageFault(`--site is "${text}"; give the address of the site's root, with https:// before it`);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

function dateOf(epoch: string | undefined): Date | undefined {
  if (!epoch) return undefined;
  // Years beyond 9999 have no place in a PDF.
  if (!/^\d+$/.test(epoch) || Number(epoch) > 253_402_300_799)
    throw new UsageFault(`SOURCE_DATE_EPOCH is "${epoch}"; give seconds since 1970, or leave it out`);
  return new Date(Number(epoch) * 1000);
}
