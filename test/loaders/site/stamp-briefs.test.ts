import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anyCity } from "../../../loaders/site/city-briefs.js";
import { stampBriefs } from "../../../loaders/site/stamp-briefs.js";

let folder: string;
const page = (name: string) => join(folder, "cities", `${name}.html`);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arrivals-stamp-"));
  mkdirSync(join(folder, "cities"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const template = `<title>${anyCity.name}</title><meta content="${anyCity.description}"><h1>${anyCity.name}</h1>${anyCity.html}<footer>${anyCity.sources[0]}</footer>`;
const brief = (name: string) => ({
  name,
  description: `Of ${name}`,
  sources: ["thp-2014"],
  html: "<p>$& $1</p>",
});

describe("stampBriefs(folder)", () => {
  it("makes a page a city of the one that stands for all, which goes", () => {
    writeFileSync(page(anyCity.id), template);
    stampBriefs(folder, { briefs: { lisbon: brief("Lisbon"), athens: brief("Athens") } });
    expect(readFileSync(page("athens"), "utf8")).toMatch(
      /^<title>Athens<\/title><meta content="Of Athens"><h1>Athens<\/h1><p>\$& \$1<\/p><footer><a href="\.\.\/sources#thp-2014">/,
    );
    expect(readFileSync(page("lisbon"), "utf8")).toContain("<h1>Lisbon</h1>");
    expect(existsSync(page(anyCity.id))).toBe(false);
  });

  it("a name is text, also one that is HTML or the name of a place to fill", () => {
    writeFileSync(page(anyCity.id), template);
    stampBriefs(folder, { briefs: { x: brief(`<img src=x> & "${anyCity.html}"`) } });
    const html = readFileSync(page("x"), "utf8");
    expect(html).toContain(`<h1>&#60;img src=x&#62; &#38; &#34;${anyCity.html}&#34;</h1>`);
    expect(html).not.toContain("<img");
  });

  it.each(["../index", "a/b", "/etc/x", "..", "", "Lisbon", "são-paulo", "a--b", "a.b", "a\\b", "a\n"])(
    "an id that cannot be the name of a page is refused before anything is written: %j",
    (id) => {
      writeFileSync(page(anyCity.id), template);
      expect(() => stampBriefs(folder, { briefs: { athens: brief("Athens"), [id]: brief("X") } })).toThrow(
        `The city ${JSON.stringify(id)} cannot have a page: its id must be small letters`,
      );
      expect(existsSync(page("athens"))).toBe(false);
    },
  );

  it.each(["index", "compare", anyCity.id])("a page that is there is never written over: %s", (id) => {
    writeFileSync(page(anyCity.id), template);
    if (id !== anyCity.id) writeFileSync(page(id), "mine");
    expect(() => stampBriefs(folder, { briefs: { [id]: brief("X") } })).toThrow(
      new RegExp(`^The city "${id}" cannot have a page: .*Give the city another id`),
    );
    expect(readFileSync(page(id), "utf8")).toBe(id === anyCity.id ? template : "mine");
  });

  it("a page without a place to fill is refused, with the name of what it lacks", () => {
    writeFileSync(page(anyCity.id), template.replace(anyCity.html, ""));
    expect(() => stampBriefs(folder, { briefs: {} })).toThrow(
      /any-city\.html: has no \uE000city-brief\uE000; has Framework/,
    );
  });
});
