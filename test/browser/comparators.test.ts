import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers } from "../support/browser/barriers.js";
import { suitePages } from "../support/browser/site-server.js";
import { overflow } from "../support/browser/width.js";

describe("whom to compare a city with", () => {
  const open = suitePages(({ errors, foreign }) => expect([errors, foreign]).toEqual([[], []]));

  async function visit(path: string, width = 1280, dark = false): Promise<Page> {
    const { page } = await open(path, {
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
    });
    page.setDefaultTimeout(30_000);
    if (path.startsWith("compare")) await page.locator("[data-comparators][data-live]").waitFor();
    return page;
  }
  const part = (page: Page) => page.locator("[data-comparators]");
  const order = (page: Page) => part(page).locator("tbody tr:not(.self) th").allInnerTexts();
  const title = (page: Page) => part(page).locator("h3").innerText();
  const slider = (page: Page, name: string) =>
    page.getByRole("slider", { name: `Weight of ${name}`, exact: true });
  const query = (page: Page) => new URL(page.url()).searchParams;

  test("a slider moved by the keyboard turns the order, the address follows, and a step back undoes it", async () => {
    const page = await visit("compare?near=lisbon");
    expect((await order(page)).slice(0, 2)).toEqual(["Rotterdam", "Buenos Aires"]);
    const region = slider(page, "world region");
    await region.focus();
    await page.keyboard.press("Home");
    expect(await region.getAttribute("aria-valuetext")).toMatch(/^0 of 4, 0/);
    expect(await title(page)).toBe("Buenos Aires is nearest to Lisbon with these weights");
    expect((await order(page)).slice(0, 2)).toEqual(["Buenos Aires", "Rotterdam"]);
    expect(query(page).get("weights")).toBe("2,2,2,0,2");
    // The keyboard stays where it was.
    expect(await region.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.reload();
    await page.locator("[data-comparators][data-live]").waitFor();
    expect(await slider(page, "world region").inputValue()).toBe("0");
    expect((await order(page))[0]).toBe("Buenos Aires");
    await page.getByRole("button", { name: "Equal weights" }).click();
    expect(query(page).has("weights")).toBe(false);
    expect((await order(page))[0]).toBe("Rotterdam");
    await page.goBack();
    await page.waitForFunction(() => location.search.includes("weights=2,2,2,0,2"));
    expect(await title(page)).toBe("Buenos Aires is nearest to Lisbon with these weights");
  });

  test("another city is chosen by hand, and its three nearest become the cities compared", async () => {
    const page = await visit("compare?weights=0,4,4,0,1");
    await page.getByRole("combobox", { name: "Whom to compare", exact: true }).selectOption("Nairobi");
    expect(await title(page)).toBe("Kuala Lumpur is nearest to Nairobi with these weights");
    await page.getByRole("link", { name: "Compare with the three nearest" }).click();
    await page.locator("[data-comparators][data-live]").waitFor();
    expect(query(page).get("cities")!.split(",")).toHaveLength(4);
    const boxes = page.getByRole("group", { name: "Cities", exact: true });
    await boxes.waitFor();
    for (const name of ["Nairobi", "Kuala Lumpur"])
      expect(await boxes.getByRole("checkbox", { name, exact: true }).isChecked()).toBe(true);
    expect(await boxes.locator("input:checked").count()).toBe(4);
    expect(await title(page)).toBe("Kuala Lumpur is nearest to Nairobi with these weights");
    expect(await slider(page, "who arrives").inputValue()).toBe("4");
    // The other choices of the page leave weights and city alone.
    await boxes.getByRole("checkbox", { name: "Lisbon", exact: true }).click();
    expect(query(page).get("weights")).toBe("0,4,4,0,1");
    expect(await title(page)).toContain("Nairobi");
  });

  test("what of the address cannot be used is ignored with a note", async () => {
    const page = await visit("compare?near=atlantis&weights=9,9");
    const notice = page.locator("main .notice").first();
    expect(await notice.innerText()).toContain("the weights “9,9”");
    expect(await notice.innerText()).toContain("“atlantis”");
    expect(await title(page)).toContain("with equal weights");
  });

  test("the finder ranks with the weights of the address, says so, and gives them up at a press", async () => {
    const page = await visit("practices?city=lisbon&weights=0,0,0,4,0");
    await page.locator("[data-practices][data-live]").waitFor();
    const story = page.locator(".city-story");
    expect(await story.innerText()).toContain("world region 100");
    const link = story.getByRole("link", { name: "Change the weights" });
    expect(await link.getAttribute("href")).toMatch(/near=lisbon&weights=0,0,0,4,0#whom-to-compare-it-with$/);
    await story.getByRole("button", { name: "Equal weights" }).click();
    expect(query(page).has("weights")).toBe(false);
    expect(await story.innerText()).toContain("weighed equally");
  });

  test.each([
    [1280, false],
    [360, true],
  ])(
    "nothing overflows or is a barrier at %d px (dark: %s), and sliders are 24 px high",
    async (width, dark) => {
      const page = await visit("compare?near=nairobi&weights=4,1,0,2,3", width, dark);
      await part(page).scrollIntoViewIfNeeded();
      expect(await overflow(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      for (const input of await part(page).locator("input, button, select").all())
        expect((await input.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    },
  );

  test("paper has the weights in words, and no control", async () => {
    const page = await visit("compare?near=lisbon&weights=2,2,2,0,2");
    await page.emulateMedia({ media: "print" });
    expect(await part(page).locator(".weights-told").isVisible()).toBe(true);
    expect(await part(page).locator(".weights-told").innerText()).toContain("world region 0");
    expect(await part(page).getByRole("slider").count()).toBe(0);
  });

  test("without scripts the page has its table with equal weights", async () => {
    const { page } = await open("compare", { javaScriptEnabled: false });
    expect(await title(page)).toBe("Chicago is nearest to Auckland with equal weights");
    expect(await order(page)).toHaveLength(7);
    expect(await part(page).getByRole("slider").count()).toBe(0);
  });
});
