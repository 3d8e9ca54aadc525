import { readdirSync, readFileSync } from "node:fs";
import {
  converter,
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

const source = new URL("../src/", import.meta.url);
const style = readFileSync(new URL("style/tokens.css", source), "utf8");

/** Scripts and stylesheets of the site, below `src`. */
const written = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|css)$/.test(file) && !file.startsWith("."))
  .sort()
  .map((file) => ({ file, text: readFileSync(new URL(file, source), "utf8") }));

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
const pairs = <T>(names: readonly T[]) =>
  names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
const distance = differenceCiede2000();
const inOklch = converter("oklch");
/** Degrees between two hues, of OKLCH: 0 to 180. */
const between = (a: number, b: number) => Math.min((a - b + 360) % 360, (b - a + 360) % 360);

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

  it.each(["mark", "accent", "focus", "gap"])("--%s stands out from the ground, at least 3 : 1", (name) => {
    expect(contrast(name, "ground")).toBeGreaterThanOrEqual(3);
  });

  it.each(["ink", "soft", "link", "accent", "alert", "gap"])(
    "text in --%s can be read on ground and panel, at least 4.5 : 1",
    (name) => {
      expect(contrast(name, "ground"), "on the ground").toBeGreaterThanOrEqual(4.5);
      expect(contrast(name, "panel"), "on a panel").toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([0, 1, 2, 3, 4, 5])("the number on heat-map shade %i can be read, at least 4.5 : 1", (shade) => {
    expect(contrast(`heat-ink-${shade}`, `heat-${shade}`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([1, 2, 3])("the number on shade %i of a gap can be read, at least 4.5 : 1", (shade) => {
    expect(contrast(`gap-ink-${shade}`, `gap-${shade}`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(partnershipTypes)(
    "the number on a bar of %s, in the ground's colour, can be read, at least 4.5 : 1",
    (name) => {
      expect(contrast("ground", name)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ["of the heat map", ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5"]],
    ["of a gap", ["ground", "gap-1", "gap-2", "gap-3"]],
  ])("the shades %s rise from the ground in even light, each told from the next", (_, shades) => {
    const steps = shades.map((shade) => Math.abs(lab65(colour(shade))!.l - lab65(colour("ground"))!.l));
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

  describe.each(pairs(Object.entries(families)))("%s and another list", ([, names], [, others]) => {
    const apart = names.flatMap((a) => others.map((b) => [a, b] as const));
    const hue = (name: string) => inOklch(colour(name))!.h!;

    it.each(Object.entries(readers))("share no colour for readers who see %s", (reader, seen) => {
      const least = reader === "all colours" ? 10 : 6;
      for (const [a, b] of apart)
        expect(distance(seen(colour(a))!, seen(colour(b))!), `${a}, ${b}`).toBeGreaterThanOrEqual(least);
    });

    it("share no hue, 20 degrees of OKLCH at least", () => {
      for (const [a, b] of apart) expect(between(hue(a), hue(b)), `${a}, ${b}`).toBeGreaterThanOrEqual(20);
    });
  });

  describe("rust", () => {
    const rust = () => inOklch(colour("gap"))!.h!;
    const hues = [...theme].filter(([, value]) => value.startsWith("#"));

    it("is the hue of what is missing and of nothing else", () => {
      const shared = hues.filter(([, value]) => {
        const { c, h = 0 } = inOklch(value)!;
        return c > 0.05 && between(h, rust()) < 10;
      });
      expect(shared.map(([name]) => name)).toEqual(["gap", "gap-2", "gap-3"]);
    });

    it.each(Object.entries(readers))(
      "is told from every other colour by readers who see %s",
      (reader, seen) => {
        const least = reader === "all colours" ? 12 : 8;
        for (const name of Object.values(families).flat())
          expect(distance(seen(colour("gap"))!, seen(colour(name))!), name).toBeGreaterThanOrEqual(least);
      },
    );
  });
});

describe("where colours are used", () => {
  it("rust stands only where something is missing, not met or lost", () => {
    const users = written.filter(({ text }) => /var\(--gap[-)]/.test(text));
    expect(users.map(({ file }) => file)).toEqual([
      "components/heat-map.ts",
      "figures/against-median.ts",
      "figures/draw-missing.ts",
      "figures/gaps.ts",
      "figures/practice-criteria.ts",
      "recommendations/checklist.css",
      "scenario-charts/draw-changes.ts",
    ]);
  });

  it("no colour is named beside the stylesheet of colours", () => {
    const named = written
      .filter(({ file }) => file !== "style/tokens.css")
      .flatMap(({ file, text }) =>
        (text.match(/#(?:[0-9a-f]{3}|[0-9a-f]{6})\b(?=["';\s])/gi) ?? []).map((one) => `${file}: ${one}`),
      );
    expect(named).toEqual([]);
  });
});
