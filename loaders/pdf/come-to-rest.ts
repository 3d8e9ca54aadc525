import type { Page } from "playwright-core";

/** How long nothing may change before a page is at rest, and how long that is waited for, in milliseconds. */
const quiet = 300;
const longest = 60_000;

/**
 * Waits until a page has drawn what it draws: its scripts have started, no request is under way, nothing says that it is
 * busy, letters and pictures are there, and its elements have not changed for a while.
 * @throws when that takes more than a minute
 */
export async function comeToRest(page: Page): Promise<void> {
  const timeout = longest;
  try {
    await page.waitForLoadState("networkidle", { timeout });
    await page.waitForFunction(
      () =>
        document.documentElement.dataset.shown === "true" && !document.querySelector('[aria-busy="true"]'),
      undefined,
      { timeout },
    );
    await page.evaluate(unchanged, { quiet, longest });
  } catch (error) {
    if (!/timeout|at rest/i.test((error as Error).message)) throw error;
    throw new Error(`the page did not come to rest in ${longest / 1000} seconds`, { cause: error });
  }
}

/** Runs in the page. */
async function unchanged({ quiet, longest }: { quiet: number; longest: number }): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await new Promise<void>((resolve, reject) => {
    const end = () => {
      clearTimeout(late);
      watcher.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    };
    let still = setTimeout(end, quiet);
    const late = setTimeout(() => reject(new Error("not at rest")), longest);
    const watcher = new MutationObserver(() => {
      clearTimeout(still);
      still = setTimeout(end, quiet);
    });
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}
