import { describe, expect, it } from "vitest";
import { misreadText } from "../../loaders/misread.js";
import { faultOfText } from "../../loaders/unseen.js";

/** Of the bytes 0x80 to 0x9F those that the words below have. */
const marks = new Map(
  Object.entries({ 0x80: "€", 0x82: "‚", 0x93: "“", 0x99: "™", 0x9e: "ž", 0x83: "ƒ", 0x8e: "Ž" }),
);
const asLatin = (text: string) =>
  [...new TextEncoder().encode(text)]
    .map((byte) => marks.get(String(byte)) ?? String.fromCharCode(byte))
    .join("");
const words = [
  "São Paulo",
  "Łódź",
  "Zürich",
  "Málaga",
  "Île-de-France",
  "the city’s",
  "€5 – more",
  "Kraków",
  "»so«",
];

describe("misreadText(text)", () => {
  it.each(words)("gives back %s where its UTF-8 was read as Latin letters", (text) => {
    expect(misreadText(asLatin(text))).toBe(text);
  });

  it("leaves what is written rightly", () => {
    for (const text of [
      ...words,
      "SÃO PAULO",
      "«CAFÉ»",
      "Ångström",
      "Â, Ã and Ä",
      "PÃO”",
      "東京",
      "🏙️ city",
      "",
    ])
      expect(misreadText(text), text).toBeNull();
  });

  it("is a fault of a text cell, with the text that was meant", () => {
    expect(faultOfText("SÃ£o Paulo")).toEqual({
      rule: "must not be UTF-8 that was read as Latin letters",
      mend: 'write "São Paulo", and save the file as UTF-8',
    });
    expect(faultOfText("SÃ£o Paulo and 東京")?.mend).toBe("type it anew, and save the file as UTF-8");
  });
});
