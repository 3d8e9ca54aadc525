import type { Page } from "playwright-core";

/**
 * Runs a function in the page before anything of its own. The compiler marks functions with a helper that a page does
 * not have; it is put there first.
 */
export async function beforeAll(page: Page, run: () => void): Promise<void> {
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.addInitScript(run);
}

/**
 * What a page promised, by an expression; Playwright's own waiting is forbidden by the site's
 * content-security-policy.
 * @throws after so many milliseconds, or when the page closes
 */
export async function promised<Value>(page: Page, expression: string, timeout: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${page.url()}: nothing after ${timeout / 1000} s`)), timeout);
  });
  try {
    return await Promise.race([page.evaluate<Value>(expression), late]);
  } finally {
    clearTimeout(timer);
  }
}
