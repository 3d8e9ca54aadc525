import type { Page, Route } from "playwright-core";

/**
 * Puts a fault on the files of an address until it is mended. The page's route stays: with the last route the browser
 * stops asking the test, and a file that is on its way at that moment may never arrive.
 * @param address as `page.route` takes it
 * @param answer what comes in place of the file
 * @returns mends it: from then on the file comes as it is
 */
export async function fault(
  page: Page,
  address: string,
  answer: (route: Route) => Promise<void> | void,
): Promise<() => void> {
  let broken = true;
  await page.route(address, (route) => (broken ? answer(route) : route.fallback()));
  return () => {
    broken = false;
  };
}
