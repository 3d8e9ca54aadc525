import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../chromium.js";
import { serveSite } from "../site/serve.js";
import { comeToRest } from "./come-to-rest.js";
import { paperWidth } from "./paper-width.js";

/** What a page says of itself; empty where it says nothing. */
export interface PageHead {
  title: string;
  author: string;
  description: string;
  keywords: string;
  /** Tag of its language: "en-GB". */
  language: string;
  /** Its headings, of all levels. */
  headings: string[];
}

/** A page on paper. */
export interface PrintedPage {
  pdf: Uint8Array;
  head: PageHead;
}

export interface PrintOptions {
  /** Where the site stands for the page, with a slash at its end. */
  site: URL;
  /** The day that the page takes for today; undefined for the clock's. */
  date?: Date | undefined;
}

/** Where the site stands for the page when nobody says where it is published: a host of this machine alone. */
export const nowhere = new URL("http://arrivals.localhost/");

/**
 * Prints a page of a built site as the browser's own print does: in the light palette, with backgrounds, tags and an
 * outline. The site is served on a free port while that takes; whatever else the page asks for is refused.
 * @param folder of the built site
 * @param address path of the page from the site's root, query and hash
 * @throws in words when there is no browser, or the page does not come
 */
export async function printPage(
  folder: string,
  address: string,
  { site, date }: PrintOptions,
): Promise<PrintedPage> {
  const served = await serveSite(folder);
  let browser: Browser | undefined;
  try {
    browser = await launchChromium().catch(notStarted);
    const context = await browser.newContext({
      colorScheme: "light",
      serviceWorkers: "block",
      locale: "en-GB",
      ...(date && { timezoneId: "UTC" }),
    });
    await answerFrom(context, new URL(served.url), site);
    // The compiler names functions with a helper of its own, which those that run in the page do not find there.
    await context.addInitScript("globalThis.__name = (named) => named");
    const page = await context.newPage();
    if (date) await page.clock.setFixedTime(date);
    const response = await page.goto(site.href + address.slice(1), { waitUntil: "load" });
    if (!response?.ok()) throw new Error(`${address} did not come: ${response?.status() ?? "no answer"}`);
    await page.emulateMedia({ colorScheme: "light" });
    await comeToRest(page);
    await page.setViewportSize({ width: await paperWidth(page), height: 1050 });
    await comeToRest(page);
    const head = await headOf(page);
    const pdf = await page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
    });
    return { pdf, head };
  } finally {
    await browser?.close();
    await served.close();
  }
}

/** @throws with the first line of what the driver says: it goes on for pages */
function notStarted(cause: Error): never {
  const [said = ""] = cause.message.split("\n");
  if (!/^browserType\.launch: /.test(said)) throw cause;
  const words = said.replace("browserType.launch: ", "");
  throw new Error(`the browser does not start (${words}): install Chrome, or name one in CHROMIUM_PATH`, {
    cause,
  });
}

/** Answers what a page of the site asks for from where it is served; no other host is asked for anything. */
async function answerFrom(context: BrowserContext, served: URL, site: URL): Promise<void> {
  await context.route("**/*", async (route) => {
    const { origin, pathname, search } = new URL(route.request().url());
    if (origin !== site.origin || !pathname.startsWith(site.pathname)) return route.abort("blockedbyclient");
    const url = served.href + pathname.slice(site.pathname.length) + search;
    const response = await route.fetch({ url }).catch(() => null);
    // The page is gone where there is nobody to answer.
    await (response ? route.fulfill({ response }) : route.abort()).catch(() => {});
  });
}

function headOf(page: Page): Promise<PageHead> {
  return page.evaluate(() => {
    const said = (name: string) =>
      [...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)]
        .map(({ content }) => content.trim())
        .filter(Boolean)
        .join(", ");
    return {
      title: document.title,
      author: said("author"),
      description: said("description"),
      keywords: said("keywords"),
      language: document.documentElement.lang,
      headings: [...document.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")].map(({ innerText }) =>
        innerText.replace(/\s+/g, " ").trim(),
      ),
    };
  });
}
