/** Letters of an address that fit at the foot of a sheet, beside the number of the page. */
const mostLetters = 100;

/** Hosts that are another one for every reader, the preview's among them. */
const ofThisMachine = /(^|\.)localhost$|^127\.|^\[::1\]$/;

/** True for a host that is another one for every reader. */
export const isOfThisMachine = (hostname: string): boolean => ofThisMachine.test(hostname);

type Address = Pick<Location, "hostname" | "host" | "pathname" | "search">;

/**
 * The address of a page as a sheet of paper names it: "arrivals.example/cities/lisbon?year=2013". Where it is served by
 * the reader's own machine the path alone, which leads to the page wherever the site stands.
 * @returns at most a hundred letters, an ellipsis in the place of the rest
 */
export function printedAddress({ hostname, host, pathname, search }: Address): string {
  const address = (isOfThisMachine(hostname) ? "" : host) + pathname + search;
  return address.length > mostLetters ? `${address.slice(0, mostLetters - 1)}…` : address;
}

/** Tells the foot of every sheet the address: see `print.css`. Choices change it until the page is printed. */
export function nameSheets(page: Window): void {
  page.addEventListener("beforeprint", () =>
    page.document.documentElement.style.setProperty(
      "--printed-from",
      JSON.stringify(printedAddress(page.location)),
    ),
  );
}
