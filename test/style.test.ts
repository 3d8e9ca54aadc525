import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../loaders/site/paths.js";
import { readStylesheet, readStylesheets, type Declaration } from "./support/stylesheets.js";

const sheets = readStylesheets();
const tokens = sheets.find(({ file }) => file === "style/tokens.css")!;
const declarations = sheets.flatMap((sheet) => sheet.declarations);
const named = (prefix: string) =>
  tokens.declarations.map(({ property }) => property).filter((property) => property.startsWith(prefix));
const said = ({ file, selector, property, value }: Declaration) =>
  `${file}: ${selector} { ${property}: ${value} }`;

/** Kinds of figures: joined to `figure` and standing for it. */
const kinds = ["table-only", "scenario-figure"];

describe("the scales", () => {
  it("have steps that grow, and rooms that grow", () => {
    for (const scale of [/^--step-\d+$/, /^--space-\d+$/]) {
      const sizes = tokens.declarations
        .filter(({ property }) => scale.test(property))
        .map(({ value }) => Number(/^([\d.]+)rem$/.exec(value)![1]));
      expect(sizes.length).toBeGreaterThan(5);
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
    }
  });

  it("hold nothing that no stylesheet uses", () => {
    const all = sheets.map(({ text }) => text).join("\n");
    for (const name of [...named("--step-"), ...named("--space-")])
      expect(all, name).toContain(`var(${name})`);
  });

  it("give every font its size", () => {
    expect(declarations.filter((one) => !one.explained && !isStep(one)).map(said)).toEqual([]);
  });

  it("give every margin, padding and gap its room", () => {
    expect(declarations.filter((one) => !one.explained && !isSpaced(one)).map(said)).toEqual([]);
  });

  it("give the smallest step on paper 7.5 points", () => {
    const unit = declarations.find(
      ({ within, selector, property }) =>
        within.includes("@media print") && selector === ":root" && property === "font-size",
    )!;
    const smallest = tokens.declarations.find(({ property }) => property === "--step-1")!;
    expect(parseFloat(unit.value) * parseFloat(smallest.value)).toBeGreaterThanOrEqual(7.5);
    expect([unit.value, smallest.value].map((value) => value.replace(/[\d.]/g, ""))).toEqual(["pt", "rem"]);
  });

  it.each([
    ["a size of its own", ".a {\n  font-size: 0.9rem;\n}", 1, 0],
    ["a size of its own in a font", ".a {\n  font: 600 12px/1.2 var(--sans);\n}", 1, 0],
    ["a step", ".a {\n  font: 600 var(--step-3)/1.2 var(--sans);\n}", 0, 0],
    ["a room of its own", ".a {\n  margin: 0 auto 3px;\n}", 0, 1],
    ["rooms of the scale", ".a {\n  padding: 0 var(--space-2) calc(-1 * var(--space-3)) 3%;\n}", 0, 0],
    ["a room with a reason", ".a {\n  /* For the word beside it. */\n  padding-right: 7rem;\n}", 0, 0],
    ["one in a query", "@media print {\n  .a {\n    row-gap: 2mm;\n  }\n}", 0, 1],
  ])("find %s", (_, text, sizes, rooms) => {
    const read = readStylesheet("a.css", text).declarations.filter(({ explained }) => !explained);
    expect(read.filter((one) => !isStep(one))).toHaveLength(sizes);
    expect(read.filter((one) => !isSpaced(one))).toHaveLength(rooms);
  });
});

function isStep({ property, value }: Declaration): boolean {
  if (property === "font-size")
    return ["inherit", ...named("--step-").map((name) => `var(${name})`)].includes(value);
  if (property !== "font") return true;
  return (
    value === "inherit" ||
    /^([1-9]00 )?(var\(--step-[\w-]+\)|100%)\/[\d.]+ var\(--(serif|sans|mono)\)$/.test(value)
  );
}

function isSpaced({ property, value }: Declaration): boolean {
  if (!/^(margin|padding|gap|row-gap|column-gap)(-|$)/.test(property)) return true;
  const known = new Set(named("--space-").map((name) => `var(${name})`));
  return [...value.matchAll(/(?:[^ (]|\((?:[^()]|\([^()]*\))*\))+/g)].every(
    ([one]) => /^(0|auto|[\d.]+%)$/.test(one) || known.has(/^calc\(-1 \* (.*)\)$/.exec(one)?.[1] ?? one),
  );
}

describe("the widths at which pages change", () => {
  const widths = [...tokens.text.matchAll(/^ \* (\d+)px: /gm)].map(([, width]) => Number(width));

  it("are four at most", () => {
    expect(widths.length).toBeGreaterThan(0);
    expect(widths.length).toBeLessThanOrEqual(4);
  });

  it("are those that `tokens.css` tells, from there or below", () => {
    const asked = sheets.flatMap(({ text, file }) =>
      [...text.matchAll(/@(?:media|container)[^{]*/g)].flatMap(([query]) =>
        [...query.matchAll(/\b(?:(min|max)-)?(?:width|inline-size)\b(?:\s*[<>:=]+\s*([\w.]+))?/g)].map(
          ([, end, length]) => ({ file, query, end, length }),
        ),
      ),
    );
    expect(asked.length).toBeGreaterThan(10);
    const allowed = [
      ...widths.map((width) => `min ${width}px`),
      ...widths.map((width) => `max ${width - 1}px`),
    ];
    expect(asked.filter(({ end, length }) => !allowed.includes(`${end} ${length}`))).toEqual([]);
    const used = new Set(asked.map(({ end, length }) => parseInt(length!) + (end === "max" ? 1 : 0)));
    expect([...used].sort((a, b) => a - b)).toEqual(widths);
  });
});

describe("a class", () => {
  const classesOf = (text: string) => [...text.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!);
  const ours = (name: string) => !name.startsWith("observablehq-");
  const selectors = sheets.flatMap(({ file, selectors }) =>
    selectors.flatMap((list) => apart(list).map((selector) => ({ file, selector }))),
  );
  const namedIn = new Map<string, Set<string>>();
  const startsIn = new Map<string, Set<string>>();
  for (const { file, selector } of selectors) {
    const [first] = classesOf(selector.split(/[\s>+~]/)[0]!);
    if (first) startsIn.set(first, (startsIn.get(first) ?? new Set()).add(file));
    for (const name of classesOf(selector)) namedIn.set(name, (namedIn.get(name) ?? new Set()).add(file));
  }
  /** Stylesheets that pages name, each with all it imports. */
  const pages = sheets.filter(({ file }) => !file.includes("/")).map(({ file }) => loaded(file));

  it("is made by a script or a page", () => {
    const made = madeClasses();
    expect([...namedIn.keys()].filter((name) => ours(name) && !made.has(name))).toEqual([]);
  });

  it("has one home: a stylesheet that is loaded wherever another names the class, and styles it by itself if any does", () => {
    const homeless = [...namedIn].filter(([name, files]) => {
      const naming = pages.filter((page) => [...files].some((file) => page.has(file)));
      return ![...(startsIn.get(name) ?? files)].some((home) => naming.every((page) => page.has(home)));
    });
    expect(homeless.map(([name, files]) => `${name}: ${[...files].join(", ")}`)).toEqual([]);
  });

  it("of a state is always joined to what is in that state", () => {
    const compounds = selectors.flatMap(({ selector }) =>
      selector.replace(/:(has|not|is|where)\(|\)/g, " ").split(/[\s>+~,]+/),
    );
    const states = new Set(compounds.flatMap((compound) => classesOf(compound).slice(1)));
    const alone = compounds.filter((compound) => {
      const [first] = classesOf(compound);
      return first && compound.startsWith(".") && states.has(first) && !kinds.includes(first);
    });
    expect(states.size).toBeGreaterThan(3);
    expect([...new Set(alone)]).toEqual([]);
  });

  function loaded(file: string, found = new Set<string>()): Set<string> {
    found.add(file);
    for (const next of sheets.find((sheet) => sheet.file === file)?.imports ?? []) loaded(next, found);
    return found;
  }
});

/** The selectors of a list, those inside brackets left together. */
function apart(list: string): string[] {
  return list.split(/,\s*(?![^(]*\))/);
}

/**
 * Words that may be classes: those of an attribute `class` in pages, and of short texts in scripts that hold nothing but
 * words of small letters.
 */
function madeClasses(): Set<string> {
  const made = new Set<string>();
  for (const folder of ["src", "loaders"])
    for (const file of readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })) {
      if (!/\.(ts|md)$/.test(file)) continue;
      const text = readFileSync(join(projectFolder, folder, file), "utf8");
      for (const [, words] of text.matchAll(/class="([^"]*)"/g))
        for (const word of words!.split(" ")) made.add(word);
      if (file.endsWith(".ts"))
        for (const [, words] of text.matchAll(/["'`]([a-z][\w -]{0,40})(?:["'`]|\$\{)/g)) {
          made.add(words!.replaceAll(" ", "-"));
          for (const word of words!.split(" ")) made.add(word);
        }
    }
  return made;
}
