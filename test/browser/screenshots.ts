import { mkdirSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder, siteFolder } from "../../loaders/site/paths.js";
import { serveSite } from "../../loaders/site/serve.js";
import { launchChromium } from "../../loaders/chromium.js";

/**
 * `npm run screenshots`: every page of `dist/`, of city briefs two, at 1280 and 390 px, light and dark, into `.cache/screenshots`.
 * `-- --readme` takes the README's pictures too.
 */
const { values } = parseArgs({ options: { readme: { type: "boolean" } } });
const folder = join(projectFolder, ".cache", "screenshots");
mkdirSync(folder, { recursive: true });
const site = await serveSite(siteFolder);
const browser = await launchChromium();
/** City briefs are alike: a mapped city and one without a mapping stand for them. */
const shown = pagesOf(siteFolder).filter(
  (path) => !/^cities\/./.test(path) || /\/(nairobi|toronto)$/.test(path),
);
for (const path of shown) {
  for (const width of [1280, 390]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await page.goto(site.url + path);
      await page.evaluate(scrollThrough);
      await page.waitForTimeout(600);
      const name = `${path.replaceAll("/", "-") || "index"}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
      await page.close();
    }
  }
}
if (values.readme) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(site.url);
  await page.waitForSelector("#coverage[data-live]");
  await page.screenshot({ path: join(projectFolder, "src", "guide", "overview.png") });
  await page.goto(`${site.url}scenarios`);
  await page.locator("[data-workbench][data-live]").waitFor();
  await page.getByRole("slider", { name: "Public funding, Rotterdam" }).press("Home");
  await page.getByRole("slider", { name: "New political initiatives, all cities" }).press("ArrowRight");
  await page.locator('.result[aria-busy="false"]').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(projectFolder, "src", "guide", "scenarios.png") });
  await page.goto(`${site.url}practices?city=auckland`);
  await page.getByText("Auckland has none").first().waitFor();
  await page.screenshot({ path: join(projectFolder, "src", "guide", "practices.png") });
}
await browser.close();
await site.close();
console.log(relative(projectFolder, folder));

/** Addresses of the pages, without the ending. */
function pagesOf(root: string, below = ""): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return entry.name.startsWith("_") ? [] : pagesOf(root, path);
    return entry.name.endsWith(".html")
      ? [path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "")]
      : [];
  });
}

/** Brings every figure near the view once, so that each is live. */
async function scrollThrough(): Promise<void> {
  for (let y = 0; y < document.body.scrollHeight; y += 400) {
    scrollTo(0, y);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  scrollTo(0, 0);
}
