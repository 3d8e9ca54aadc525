import { describe, expect, test } from "vitest";
import { builtReports } from "../support/browser/built-reports.js";
import { fault } from "../support/browser/fault.js";
import { trimmed } from "../support/browser/figure-parts.js";
import { siteUrl, suitePages } from "../support/browser/site-server.js";

/** The list of the published reports and its search, and what the site says of them elsewhere: overview, feed, JSON. */
const open = suitePages();

describe("the list of reports", () => {
  async function visit() {
    const { page, errors, foreign } = await open("reports/");
    page.setDefaultTimeout(30_000);
    const box = page.getByRole("searchbox", { name: "Search reports" });
    await box.waitFor();
    const shown = () => page.locator(".report-list li[data-slug]:visible h2").allInnerTexts();
    const status = page.locator(".report-search [role=status]");
    const finds = async (words: string, says: string) => {
      await box.fill(words);
      await expect.poll(() => status.innerText()).toBe(says);
      return page
        .locator(".report-list li[data-slug]:visible")
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.slug));
    };
    return { page, box, shown, status, finds, faults: () => [...errors, ...foreign] };
  }

  test.each([
    ["a word of a text", "Manpower", ["who-works-with-whom"]],
    ["its beginning, in another case", "manpow", ["who-works-with-whom"]],
    ["a word that is being typed, before its ending", "contradic disagr", ["reading-the-sources"]],
    ["a word of a figure's title", "printed must be", ["reading-the-sources"]],
    ["the name of a document", "Good Ideas from Successful Cities", ["who-works-with-whom"]],
  ])("is searched by %s", async (_what, words, slugs) => {
    const { finds, faults } = await visit();
    expect(await finds(words, "1 of 4 reports has these words.")).toEqual(slugs);
    expect(faults()).toEqual([]);
  });

  test("says that nothing has the words, and shows all again when they go", async () => {
    const { page, box, shown, status, finds, faults } = await visit();
    const all = await shown();
    expect(all).toHaveLength(builtReports.length);
    expect(await finds("zeppelin", "0 of 4 reports have these words.")).toEqual([]);
    await box.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await expect.poll(shown).toEqual(all);
    expect(await status.innerText()).toBe("");
    expect(faults()).toEqual([]);
  });

  test("puts the best first: words of a title before words of a text", async () => {
    const { finds } = await visit();
    const found = await finds("table", "4 of 4 reports have these words.");
    expect(found[0]).toBe("reading-the-sources");
  });

  test("says that its words did not come, and takes the next try", async () => {
    const { page, box, status, shown } = await visit();
    const mend = await fault(page, "**/data/report-search.json*", (route) => route.fulfill({ status: 503 }));
    await box.fill("Manpower");
    await expect.poll(() => status.innerText()).toMatch(/status 503.*type again to try once more\.$/);
    expect(await shown()).toHaveLength(builtReports.length);
    mend();
    await box.press("End");
    await page.keyboard.type(" ");
    await expect.poll(shown).toHaveLength(1);
  });

  test("leads to each report and to each of its figures", async () => {
    const { page } = await visit();
    for (const { slug, title, document } of builtReports) {
      const item = page.locator(`li[data-slug="${slug}"]`);
      const link = item.getByRole("heading").getByRole("link", { name: title, exact: true });
      expect(await link.evaluate((node: HTMLAnchorElement) => node.href)).toBe(`${siteUrl}reports/${slug}`);
      const figures = await item
        .locator("ol a")
        .evaluateAll((nodes) => nodes.map((node) => [(node as HTMLAnchorElement).href, node.textContent]));
      expect(figures.length, slug).toBeGreaterThan(3);
      for (const [address, words] of figures) {
        const id = address!.replace(`${siteUrl}reports/${slug}#`, "");
        const frame = document.getElementById(id);
        expect(trimmed(frame!.querySelector("h2")), address).toContain(words);
      }
      await item.locator("summary").press("Enter");
      expect(await item.locator("ol a").first().isVisible()).toBe(true);
    }
  });

  test("stands without scripts, without a box that would do nothing", async () => {
    const { page } = await open("reports/", { javaScriptEnabled: false });
    expect(await page.locator(".report-list li[data-slug] h2").allInnerTexts()).toHaveLength(
      builtReports.length,
    );
    expect(await page.getByRole("searchbox", { name: "Search reports" }).count()).toBe(0);
    await page.getByRole("link", { name: builtReports[0]!.title, exact: true }).click();
    expect(await page.locator("h1").innerText()).toBe(builtReports[0]!.title);
  });
});

test("the overview names the newest report and leads to it", async () => {
  const { page } = await open("");
  const line = page.locator(".newest-report");
  const newest = builtReports
    .map(({ document, title }) => ({
      title,
      day: document.querySelector(".report-by time")!.getAttribute("datetime")!,
    }))
    .sort((a, b) => b.day.localeCompare(a.day) || a.title.localeCompare(b.title, "en-GB"))[0]!;
  expect(await line.innerText()).toMatch(/^Newest report: .*, \d+ \w+ \d{4}\.$/);
  await line.getByRole("link", { name: newest.title, exact: true }).click();
  await page.waitForURL(/\/reports\//);
  expect(await page.locator("h1").innerText()).toBe(newest.title);
});

describe("what machines read", () => {
  const ask = async (address: string) => {
    const answer = await fetch(new URL(address, siteUrl));
    return {
      status: answer.status,
      type: answer.headers.get("content-type")!,
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };

  test("the feed is served as one, names every report, and its links lead to pages", async () => {
    const { status, type, bytes } = await ask("/feed.xml");
    expect(status).toBe(200);
    expect(type).toMatch(/^application\/atom\+xml/);
    const { page } = await open("reports/");
    const feed = await page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, "application/xml");
      return {
        error: read.querySelector("parsererror")?.textContent ?? null,
        titles: [...read.querySelectorAll("entry > title")].map((node) => node.textContent),
        links: [...read.querySelectorAll("link")].map((node) => node.getAttribute("href")!),
      };
    }, bytes.toString("utf8"));
    expect(feed.error).toBeNull();
    for (const { title } of builtReports) expect(feed.titles).toContain(title);
    for (const link of feed.links) {
      const led = await fetch(new URL(link, `${siteUrl}feed.xml`));
      expect(led.status, link).toBe(200);
    }
    await page.getByRole("main").getByRole("link", { name: "feed" }).waitFor();
  });

  test.each(builtReports.map((report) => [report.slug, report] as const))(
    "the values of %s are served as JSON, each with an address and a place in the page",
    async (slug, { document, title }) => {
      const list = await ask(`/reports/${slug}/values.json`);
      expect([list.status, list.type]).toEqual([200, expect.stringMatching(/^application\/json/)]);
      const read = JSON.parse(list.bytes.toString("utf8")) as {
        title: string;
        values: { id: string; kind: string; sentence: string; address: string }[];
      };
      expect(read.title).toBe(title);
      const claims = [...document.querySelectorAll(".claim")].map(({ id }) => id);
      const ids = read.values.map(({ id }) => id);
      expect(claims.length).toBeGreaterThan(5);
      expect(ids).toEqual(expect.arrayContaining(claims));
      for (const { id, kind, sentence, address } of read.values) {
        expect(document.getElementById(id), id).not.toBeNull();
        const one = await ask(address);
        expect([one.status, one.type], address).toEqual([200, expect.stringMatching(/^application\/json/)]);
        const value = JSON.parse(one.bytes.toString("utf8")) as Record<string, unknown>;
        expect(value["address"]).toBe(`/reports/${slug}#${id}`);
        if (kind !== "claim") continue;
        expect(value["value"], id).toBe(true);
        expect(sentence).not.toMatch(/\{\{/);
        expect(wordsOf(document.getElementById(id)!), id).toBe(sentence);
      }
      const archive = await ask(`/reports/${slug}.zip`);
      expect([archive.status, archive.type]).toEqual([200, "application/zip"]);
      expect(archive.bytes.subarray(0, 2).toString()).toBe("PK");
    },
  );
});

/** The words of a sentence without the queries behind it. */
function wordsOf(place: Element): string {
  const words = place.cloneNode(true) as Element;
  for (const query of words.querySelectorAll(".bound-query")) query.remove();
  return words.textContent.replace(/\s+/g, " ").trim();
}
