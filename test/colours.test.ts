import { readFileSync } from "node:fs";
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  lab65,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";
import { dimensions, partnershipTypes, sectors } from "../src/model/names.js";

const style = readFileSync(new URL("../src/style/tokens.css", import.meta.url), "utf8");

/** The variables of the first `:root` from a place in the stylesheet on. */
function variables(from: number): Map<string, string> {
  const start = style.indexOf(":root {", from);
  const block = style.slice(start, style.indexOf("}", start));
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

const dark = style.indexOf("prefers-color-scheme: dark");
const light = variables(0);
const themes = { light, dark: new Map([...light, ...variables(dark)]) };

const readers: Record<string, (colour: string) => ReturnType<typeof parse>> = {
  "all colours": (colour) => parse(colour),
  "no red (protanopia)": (colour) => filterDeficiencyProt(1)(parse(colour)!),
  "no green (deuteranopia)": (colour) => filterDeficiencyDeuter(1)(parse(colour)!),
  "no blue (tritanopia)": (colour) => filterDeficiencyTrit(1)(parse(colour)!),
};

const families = { dimensions, "partnership types": partnershipTypes, sectors };
const pairs = (names: readonly string[]) =>
  names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
const distance = differenceCiede2000();

describe("the stylesheet", () => {
  it("names every colour for light and again for dark", () => {
    const isColour = (value: string) => value.startsWith("#");
    const named = (map: Map<string, string>) =>
      [...map].filter(([, value]) => isColour(value)).map(([name]) => name);
    expect(named(variables(dark)).sort()).toEqual(named(light).sort());
    for (const value of themes.dark.values()) if (isColour(value)) expect(parse(value), value).toBeDefined();
  });
});

describe.each(Object.entries(themes))("colours in %s", (_, theme) => {
  const colour = (name: string) => {
    const found = theme.get(name);
    if (!found) throw new Error(`there is no colour --${name}`);
    return found;
  };
  const contrast = (a: string, b: string) => wcagContrast(colour(a), colour(b));

  it.each(Object.entries(families))("%s stand out from the ground, at least 3 : 1", (_, names) => {
    for (const name of names) expect(contrast(name, "ground"), name).toBeGreaterThanOrEqual(3);
  });

  it.each(["mark", "accent", "focus"])("--%s stands out from the ground, at least 3 : 1", (name) => {
    expect(contrast(name, "ground")).toBeGreaterThanOrEqual(3);
  });

  it.each(["ink", "soft", "link", "accent", "alert"])(
    "text in --%s can be read on ground and panel, at least 4.5 : 1",
    (name) => {
      expect(contrast(name, "ground"), "on the ground").toBeGreaterThanOrEqual(4.5);
      expect(contrast(name, "panel"), "on a panel").toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([0, 1, 2, 3, 4, 5])("the number on heat-map shade %i can be read, at least 4.5 : 1", (shade) => {
    expect(contrast(`heat-ink-${shade}`, `heat-${shade}`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(partnershipTypes)(
    "the number on a bar of %s, in the ground's colour, can be read, at least 4.5 : 1",
    (name) => {
      expect(contrast("ground", name)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("the shades of the heat map rise from the ground in even light, each told from the next", () => {
    const steps = [0, 1, 2, 3, 4, 5].map((shade) =>
      Math.abs(lab65(colour(`heat-${shade}`))!.l - lab65(colour("ground"))!.l),
    );
    for (let i = 1; i < steps.length; i++) expect(steps[i]! - steps[i - 1]!).toBeGreaterThanOrEqual(4);
  });

  describe.each(Object.entries(families))("%s are told apart", (_, names) => {
    it.each(Object.entries(readers))("by readers who see %s, CIEDE2000 at least 10", (_, seen) => {
      for (const [a, b] of pairs(names))
        expect(distance(seen(colour(a))!, seen(colour(b))!), `${a}, ${b}`).toBeGreaterThanOrEqual(10);
    });

    it("in grey print, L* at least 6", () => {
      for (const [a, b] of pairs(names)) {
        const difference = Math.abs(lab65(colour(a))!.l - lab65(colour(b))!.l);
        expect(difference, `${a}, ${b}`).toBeGreaterThanOrEqual(6);
      }
    });
  });
});
