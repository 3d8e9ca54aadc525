import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf } from "../../src/paste-check/pieces.js";
import { plainText } from "../../src/paste-check/plain-text.js";
import { sentencesOf } from "../../src/paste-check/sentences.js";
import { check } from "./checker.js";
import { told } from "./told.js";

/** Words that texts about the evidence are made of, and what may stand between them. */
const words = fc.oneof(
  fc.constantFrom(
    ..."Lisbon Nairobi São Paulo Vienna has have no 36 12 % per cent half a third twice as many more than fewer initiatives political partnerships third–public of the eight cities if not in 2013 about €245,000 1.234 10–12 respectively most fewest second , ; ( ) . “ ” - \n\n <b> &amp; 🙂".split(
      " ",
    ),
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join(" ")),
  fc.array(fc.constantFrom(...told.map(([text]) => text)), { maxLength: 6 }).map((parts) => parts.join(" ")),
);

describe("any text", () => {
  it("gives pieces that are the text when joined, and findings in their order inside it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const checked = check(text);
        expect(checked.text).toBe(text.normalize("NFC"));
        const pieces = piecesOf(checked);
        expect(pieces.map((piece) => piece.text).join("")).toBe(checked.text);
        expect(pieces.every((piece) => piece.text !== "")).toBe(true);
        let last = 0;
        for (const { start, end } of checked.findings) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(checked.text.length);
          last = start;
        }
      }),
    );
  });

  it("is as long in plain letters as it is", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const composed = text.normalize("NFC");
        expect(plainText(composed)).toHaveLength(composed.length);
      }),
    );
  });

  it("has sentences that follow each other, and nothing but blanks between them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  it.each([
    ["digits without end", "9".repeat(200_000)],
    ["numbers without end", " 1,2".repeat(50_000)],
    ["one sentence", "Lisbon has 36 initiatives and ".repeat(6_666)],
    ["brackets", "( ".repeat(100_000)],
    ["blank lines", "\n\n".repeat(100_000)],
    ["names", "Aa Bb ".repeat(33_000)],
  ])("of 200,000 characters is read in seconds: %s", (_, text) => {
    // Half a second on a quiet machine; work that grows with the square of the text took minutes.
    const began = performance.now();
    check(text);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
