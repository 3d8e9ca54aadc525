import { describe, expect, it } from "vitest";
import { readCommandLine, UsageFault } from "../../loaders/command-line.js";
import { producers } from "../../loaders/upstream/producers.js";
import { readArguments } from "../../loaders/upstream/read-arguments.js";

const inMarch2026 = Date.parse("2026-03-01T00:00:00Z");
const read = (...parameters: string[]) => readArguments(parameters, producers, inMarch2026);

describe("readArguments(parameters, producers, now)", () => {
  it("reads sources and options in any order", () => {
    const { wanted, ...options } = read("--since=2020", "ecb", "--json", "worldbank/population");
    expect(wanted.map(({ producer, datasets }) => [producer.id, datasets.map(({ id }) => id)])).toEqual([
      ["ecb", ["annual-rates"]],
      ["worldbank", ["population"]],
    ]);
    const off = { dryRun: false, onlyChanged: false, accept: false };
    expect(options).toEqual({ since: 2020, json: true, ...off });
    expect(read().wanted).toHaveLength(producers.length);
    expect(read("--since", "2026").since).toBe(2026);
  });

  it.each([
    ["2027", "--since 2027: that year has not begun, and has no figures; write 2026 or an earlier year"],
    ["3000", "--since 3000: that year has not begun, and has no figures; write 2026 or an earlier year"],
    ["19", "--since 19 is no year from 1900 on: write four digits, such as --since 2015"],
    ["2e3", "--since 2e3 is no year from 1900 on: write four digits, such as --since 2015"],
    ["1899", "--since 1899 is no year from 1900 on: write four digits, such as --since 2015"],
  ])("refuses --since %s", (year, words) => {
    expect(() => read("--since", year)).toThrow(new UsageFault(words));
  });
});

describe("readCommandLine(parameters, options, command, environment)", () => {
  const options = { since: { type: "string", example: "2015" }, "dry-run": { type: "boolean" } } as const;
  const typed = (parameters: string[], environment = {}) =>
    readCommandLine(parameters, options, "npm run refresh", environment);

  it.each([
    [["--dry"], 'there is no option --dry: write "--dry-run"'],
    [["-q"], "there is no option -q: the options are --help, --since, --dry-run"],
    [["--since"], "--since needs a value: write --since 2015"],
    [["--since="], "--since needs a value: write --since 2015"],
    [["--since", "--dry-run"], "--since needs a value: write --since 2015"],
    [["--dry-run=no"], '--dry-run takes no value: leave "no" out'],
  ])("says of %j what to write", (parameters, words) => {
    expect(() => typed(parameters)).toThrow(new UsageFault(words));
  });

  it("takes what stands after two hyphens for a word", () => {
    expect(typed(["--", "--dry-run"])).toMatchObject({ words: ["--dry-run"], flags: new Set() });
  });

  it("refuses an option that npm took for itself, which would be left out without a word", () => {
    expect(() => typed([], { npm_config_dry_run: "true" })).toThrow(
      new UsageFault(
        "npm took --dry-run for itself: write two hyphens before it, npm run refresh -- --dry-run",
      ),
    );
  });
});
