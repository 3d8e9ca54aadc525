import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shownEvidence } from "../../src/components/evidence-figure.js";
import type { Figure } from "../../src/components/figure.js";
import { standaloneSvg } from "../../src/components/picture-file.js";
import type { ShownFigure } from "../../src/components/shown-figure.js";
import { estimatedWidth } from "../../src/components/text-width.js";
import { contextWith, emptyPage, hostileName } from "../support/page/page.js";

/** A frame with a picture for a column and one for a phone, of which this one is in view. */
function frame(
  inView: "wide" | "narrow" | "none",
  viewBox: string | null = "0 0 400 200",
  inside = "",
): HTMLElement {
  const document = emptyPage();
  document.body.innerHTML = `<figure><div class="picture">
    <div class="wide"><svg class="first"><rect fill="var(--social)" stroke="var(--gone)"></rect>${inside}</svg></div>
    <div class="narrow"><svg class="second"><text>phone</text></svg></div></div></figure>`;
  for (const svg of document.querySelectorAll("svg")) {
    if (viewBox) svg.setAttribute("viewBox", viewBox);
    svg.setAttribute("aria-label", "Bars.");
    const seen = svg.parentElement!.className === inView;
    Object.defineProperty(svg, "clientWidth", { value: seen ? 400 : 0 });
    Object.defineProperty(svg, "clientHeight", { value: seen ? 200 : 0 });
  }
  return document.querySelector("figure")!;
}

const colours: Record<string, string> = {
  "--ground": " #ffffff",
  "--ink": "#111111",
  "--soft": "#555555",
  "--social": "#003916",
  "--legal": "#418cff",
  "--sans": `"Noto Sans", Arial`,
};

beforeEach(() => {
  vi.stubGlobal("getComputedStyle", () => ({ getPropertyValue: (name: string) => colours[name] ?? "" }));
  vi.stubGlobal(
    "XMLSerializer",
    class {
      serializeToString = (element: Element) => element.outerHTML;
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const context = contextWith();

/** Saves a figure that has what a picture file shows of one. */
function saved(from: HTMLElement, parts: Partial<ShownFigure> & { place?: string } = {}) {
  const { place = "Table 7", ...rest } = parts;
  const sources = [{ source_id: "thp-2014", locator: place }];
  return standaloneSvg(from, { title: "A finding", rows: [], sources, ...rest }, context);
}

/** Texts of the title, of the key and of the small print, line by line. */
function lines(text: string): { title: string[]; key: string[]; small: string[] } {
  const document = emptyPage();
  document.body.innerHTML = text;
  const found = (size: string) =>
    [...document.querySelectorAll(`svg > text[font-size="${size}"]`)].map((line) => line.textContent);
  return { title: found("18"), key: found("12"), small: found("11") };
}

const widthOf = {
  title: (words: string) => estimatedWidth(words, { size: 18, wide: true }),
  small: (words: string) => estimatedWidth(words, { size: 11 }),
};

const sourceLine = "Source: Document thp-2014, Table 7. Arrivals, data version 0123abcd.";

describe("standaloneSvg(frame, shown, context)", () => {
  it("copies the picture in view, between its title and its source with the data version", () => {
    const { text } = saved(frame("wide"));
    expect(text).toContain('class="first"');
    expect(text).not.toContain('class="second"');
    const { title, key, small } = lines(text);
    expect({ title, key, small: small.join(" ") }).toEqual({
      title: ["A finding"],
      key: [],
      small: sourceLine,
    });
    expect(saved(frame("narrow")).text).toContain('class="second"');
  });

  it("takes the title from the rows and the choice", () => {
    const figure: Figure = {
      id: "small",
      sql: () => "",
      title: ([row], { measure }) => `${String(row!.n)} ${measure}`,
      description: () => "Bars.",
      columns: [],
      draw: null,
      sources: [],
    };
    const shown = shownEvidence(figure, [{ n: 3 }], { measure: "actors" });
    const { text } = standaloneSvg(frame("wide"), shown, context);
    expect(lines(text).title).toEqual(["3 actors"]);
  });

  it("tells the unit before what to mind", () => {
    const { small } = lines(saved(frame("wide"), { unit: "EUR a year", caveat: "Mind the gap." }).text);
    expect(small.join(" ")).toBe(`Unit: EUR a year. Mind the gap. ${sourceLine}`);
  });

  it("holds colours in place of the page's variables, whatever letters they have", () => {
    const inside = `<text style="font-family: var(--sans)" fill="var( --social, red )">a</text>`;
    const { text } = saved(frame("wide", undefined, inside));
    expect(text).toContain('fill="#003916"');
    expect(text).toContain('stroke="currentColor"');
    expect(text).toContain("font-family: &quot;Noto Sans&quot;, Arial");
    expect(text).not.toContain("var(");
  });

  it("shows the key: a swatch beside each name, in as many lines as it takes", () => {
    const names = ["public–private", "third–private", "third–public", "other"];
    const key = names.map((name, i) => ({ name, colour: i % 2 ? "var(--legal)" : "var(--social)" }));
    const { text, height } = saved(frame("wide"), { key });
    expect(lines(text).key).toEqual(names);
    const document = emptyPage();
    document.body.innerHTML = text;
    const swatches = [...document.querySelectorAll("rect.swatch")];
    expect(swatches.map((d) => d.getAttribute("fill"))).toEqual(["#003916", "#418cff", "#003916", "#418cff"]);
    const places = swatches.map((d) => [Number(d.getAttribute("x")), Number(d.getAttribute("y"))]);
    expect(new Set(places.join(" ").split(" ")).size).toBe(4);
    const longer = saved(frame("wide"), { key: [...key, ...key] });
    expect(longer.height).toBeGreaterThan(height);
    for (const [x] of places) expect(x).toBeLessThan(400);
    for (const [, y] of places)
      expect(y).toBeLessThan(Number(document.querySelector(".first")!.getAttribute("y")));
  });

  it("says what the signs in the picture mean, and only those", () => {
    const inside = "<text>12†</text><text>65.3*</text>";
    const rows = [{ flag: "d" }, { flag: null }];
    expect(lines(saved(frame("wide", undefined, inside), { rows }).text).small[0]).toBe(
      "† two readings, * flagged: definition differs.",
    );
    expect(lines(saved(frame("wide", undefined, "<text>3†</text>"), { rows }).text).small[0]).toBe(
      "† two readings.",
    );
  });

  it("says what to mind, in lines that fit", () => {
    const caveat = "Filled: none found. Outlined: one or two found. Three or more are left blank. "
      .repeat(2)
      .trim();
    const { small } = lines(saved(frame("wide"), { caveat }).text);
    expect(small.join(" ")).toBe(`${caveat} ${sourceLine}`);
    for (const line of small) expect(widthOf.small(line)).toBeLessThanOrEqual(400);
  });

  it("says what the page says under the picture: its sentences, when it was counted, versions", () => {
    const rows = [
      { city: "Lisbon", counted_in: 2024 },
      { city: "Nairobi", counted_in: 2013 },
      { city: "Turin", counted_in: 2013 },
    ];
    const { small } = lines(
      saved(frame("wide"), {
        rows,
        words: ["Not shown on the scale: Amman.", "Lisbon was counted again."],
        own: { label: "Newcastle", joined: false, barNames: new Map() },
        versions: "Model 3, data 0123abcd",
      }).text,
    );
    expect(small.join(" ")).toBe(
      "Not shown on the scale: Amman. Lisbon was counted again. This figure has no numbers of Newcastle. " +
        `Counted in 2013; Lisbon in 2024. Model 3, data 0123abcd. ${sourceLine}`,
    );
  });

  it("leaves out what the pointer shows of the moment", () => {
    const inside = `<g aria-label="tip"><text>Lisbon† of now</text></g>`;
    const { text } = saved(frame("wide", undefined, inside));
    expect(text).not.toContain("of now");
    expect(lines(text).small[0]).toMatch(/^Source/);
  });

  it("is as large as what it holds", () => {
    const file = saved(frame("wide"));
    expect(file.width).toBe(432);
    expect(file.height).toBeGreaterThan(200 + 22 + 14);
    expect(file.text).toContain(`viewBox="0 0 ${file.width} ${file.height}"`);
    const taller = saved(frame("wide"), { title: "A finding of many words ".repeat(10) });
    expect(taller.height).toBeGreaterThan(file.height);
    const document = emptyPage();
    document.body.innerHTML = taller.text;
    const ground = document.querySelector("svg > rect")!;
    expect(["fill", "width", "height"].map((name) => ground.getAttribute(name))).toEqual([
      "#ffffff",
      String(taller.width),
      String(taller.height),
    ]);
    const ends = [...document.querySelectorAll("svg > text")].map((d) => Number(d.getAttribute("y")));
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(Math.max(...ends)).toBeLessThan(taller.height);
  });

  it("breaks a long title and a long source between words, and loses none", () => {
    const title = "More interviews found more initiatives in every one of the eight cities that were mapped";
    const place = "Table 7; Document two, essay; ".repeat(6).trim();
    const broken = lines(saved(frame("wide"), { title, place }).text);
    expect(broken.title.length).toBeGreaterThan(1);
    expect(broken.title.join(" ")).toBe(title);
    expect(broken.small.join(" ")).toBe(sourceLine.replace("Table 7", place));
    for (const line of broken.title) expect(widthOf.title(line)).toBeLessThanOrEqual(400);
    for (const line of broken.small) expect(widthOf.small(line)).toBeLessThanOrEqual(400);
  });

  it("breaks a word longer than a line where the line ends, and loses no letter", () => {
    const long = "xyz".repeat(40);
    const { title } = lines(saved(frame("wide"), { title: `a ${long} b` }).text);
    expect([title[0], title.at(-1)]).toEqual(["a", "b"]);
    expect(title.slice(1, -1).join("")).toBe(long);
    for (const line of title) expect(widthOf.title(line)).toBeLessThanOrEqual(400);
  });

  it("breaks lines by what the browser measures where its letters are wider", () => {
    const title = "More interviews found more initiatives";
    const before = lines(saved(frame("wide"), { title }).text).title;
    vi.stubGlobal("CanvasRenderingContext2D", class {});
    const from = frame("wide");
    const make = from.ownerDocument.createElement.bind(from.ownerDocument);
    const pen = { font: "", measureText: (words: string) => ({ width: words.length * 30 }) };
    vi.spyOn(from.ownerDocument, "createElement").mockImplementation((name: string) =>
      name === "canvas" ? ({ getContext: () => pen } as unknown as HTMLElement) : make(name),
    );
    const broken = lines(saved(from, { title }).text).title;
    expect(pen.font).toMatch(/^\d+ \d+px /);
    expect(broken.length).toBeGreaterThan(before.length);
    expect(broken.join(" ")).toBe(title);
    for (const line of broken) expect(line.length * 30).toBeLessThanOrEqual(400);
  });

  it("says in words what the picture shows", () => {
    const { text } = saved(frame("wide"));
    expect(text).toContain("<title>A finding</title>");
    expect(text).toContain("<desc>Bars.</desc>");
  });

  it("keeps names text, without letters that XML forbids", () => {
    const key = [{ name: hostileName, colour: "red" }];
    const { text } = saved(frame("wide"), { title: `${hostileName}\u0000\u001b`, key });
    expect(text).not.toContain("<img");
    // eslint-disable-next-line no-control-regex -- these are the letters meant
    expect(text).not.toMatch(/[\u0000\u001b]/);
    expect(lines(text).title.join(" ")).toContain(hostileName);
    expect(lines(text).key).toEqual([hostileName]);
  });

  it("says so where no picture is in view", () => {
    expect(() => saved(frame("none"))).toThrow(/no picture in view/);
  });

  it("takes the size of the picture in view where it names none itself", () => {
    expect(saved(frame("wide", null)).width).toBe(432);
  });
});
