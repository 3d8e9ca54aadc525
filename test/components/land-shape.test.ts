import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { readLand } from "../../src/components/land-shape.js";
import { ReaderError } from "../../src/components/reader-error.js";
import { wrongJson } from "../support/page/wrong-json.js";

const text = readFileSync(createRequire(import.meta.url).resolve("world-atlas/land-110m.json"), "utf8");
const read = (text: string) => readLand(new TextEncoder().encode(text));
/** The land can be drawn without these. */
const spare = /type|bbox|transform/;

describe("readLand(bytes)", () => {
  it("gives the land", () => {
    expect(read(text)).toMatchObject({ type: "FeatureCollection", features: [{ type: "Feature" }] });
  });

  it.each(wrongJson(text).filter(([what]) => !spare.test(what)))(
    "refuses %s, in words for the reader",
    (_what, wrong) => {
      expect(() => read(wrong)).toThrow(ReaderError);
    },
  );
});
