import { describe, expect, it } from "vitest";
import { formatFault } from "../../loaders/evidence-fault.js";
import { faultOfText } from "../../loaders/unseen.js";
import { problemsOf, replacing } from "../support/evidence/small-evidence.js";

const ruleOf = (text: string) => faultOfText(text)?.rule ?? null;

describe("faultOfText(text)", () => {
  it.each([
    "São Brito, Łódź, Đà Nẵng, Þórshöfn, Åbo – “quoted” … 50 % · €5 ≤ 7 ½",
    "Αθήνα, Москва, Ереван, თბილისი, አዲስ አበባ, القاهرة, תל אביב, 東京, 서울, กรุงเทพ",
    "می\u200cخواهم, क्\u200dष, ශ්\u200dරී ලංකා, র\u200d্য",
    "👩\u200d🚀 ☂\uFE0F 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 1\uFE0F\u20E3 葛\u{E0100}",
    "۱۰\u200cساله, PDF\u200cها, «کتاب»\u200cها",
    "അവന്\u200d, হঠাত্\u200d ও, ಬ್ಯಾಂಕ್\u200c",
    "❤\u200d🔥 🏳\u200d🌈 👁\u200d🗨 🏃🏽\u200d♂ ❤\uFE0F\u200d🔥",
    "10\u00A0000 people",
    "${process.exit()} `x` <script>alert(1)</script> ::: figure {{x}}",
  ])("accepts text that can be seen in any script, emoji, and what looks like code: %j", (text) => {
    expect(ruleOf(text)).toBeNull();
  });

  it.each([
    ["zero-width space", "Lis\u200bbon", "U+200B"],
    ["zero-width space alone", "\u200b", "U+200B"],
    ["byte order mark within", "Lis\uFEFFbon", "U+FEFF"],
    ["byte order mark at the end", "Lisbon\uFEFF", "U+FEFF"],
    ["word joiner", "Lis\u2060bon", "U+2060"],
    ["soft hyphen", "Lis\u00ADbon", "U+00AD"],
    ["joiner between Latin letters", "Lis\u200Dbon", "U+200D"],
    ["non-joiner at the end of a Persian word", "می\u200c", "U+200C"],
    ["two non-joiners", "می\u200c\u200cخواهم", "U+200C"],
    ["joiner after a digit", "10\u200Dسال", "U+200D"],
    ["non-joiner between a letter and a digit", "a\u200c1", "U+200C"],
    ["two joiners after a virama", "അവന്\u200d\u200d", "U+200D"],
    ["joiner between emoji that make none together", "🍎\u200d🍌", "U+200D"],
    ["zero-width space between Khmer words", "ភាសា\u200bខ្មែរ", "U+200B"],
    ["tag characters", "Lisbon\u{E0041}", "U+E0041"],
    ["variation selector after a letter", "Lisbon\uFE0F", "U+FE0F"],
    ["variation selector after a digit", "1\uFE0F", "U+FE0F"],
    ["Hangul filler", "\u3164", "U+3164"],
    ["blank of braille", "\u2800", "U+2800"],
    ["combining grapheme joiner", "a\u034Fb", "U+034F"],
    ["Mongolian vowel separator", "a\u180Eb", "U+180E"],
  ])("refuses what cannot be seen: %s", (_name, text, code) => {
    expect(ruleOf(text)).toBe(`must not hold characters that cannot be seen, as ${code} is`);
  });

  it.each(["\u061C", "\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069"])(
    "refuses what turns the reading direction: %j",
    (mark) => expect(ruleOf(`Lis${mark}bon`)).toMatch(/^must not hold marks that turn the reading direction/),
  );

  it.each(["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\uFFFC", "\uFFFD", "\u2028"])(
    "refuses controls and replacements: %j",
    (mark) => expect(ruleOf(`Lis${mark}bon`)).toMatch(/^must not hold control or replacement characters/),
  );

  it("refuses halves of characters, private and undefined ones, an accent without a letter, split accents", () => {
    expect(ruleOf("a\ud83d")).toMatch(/^must not hold half a character, as U\+D83D is/);
    expect(ruleOf("a\uE000")).toMatch(
      /^must not hold characters that Unicode does not define, as U\+E000 is/,
    );
    expect(ruleOf("a\u{10FFFE}")).toMatch(/that Unicode does not define/);
    expect(ruleOf("\u0301a")).toMatch(/^must not start with an accent/);
  });

  it("writes the word that is not in Unicode's normal form as it is to be", () => {
    const rule = "must be in Unicode's normal form (NFC)";
    expect(faultOfText("In Sa\u0303o Brito")).toEqual({ rule, mend: 'write "S\u00e3o"' });
    expect(faultOfText("\u0958")).toEqual({ rule, mend: 'write "\u0915\u093c"' });
  });

  it.each([" a", "a ", "a\u00A0", "\u00A0a", "a\u3000", "\u202Fa"])(
    "refuses a space at the ends: %j",
    (text) => {
      expect(ruleOf(text)).toBe("must not start or end with a space");
    },
  );
});

describe("checkEvidence(folder), of what cannot be seen", () => {
  it("names it in a required name, a key and a note, all at once, and writes it out", () => {
    const towns = (text: string) =>
      text
        .replace("aldmoor,Aldmoor", "aldmoor,\u200b")
        .replace("sao-brito,", "sao\u200b-brito,")
        .replace("Growth is", "Growth\u202e is");
    expect(problemsOf({ "towns.csv": towns }).filter((line) => line.includes("must not hold"))).toEqual([
      String.raw`towns, row 2, name "\u200b": must not hold characters that cannot be seen, as U+200B is → delete it, or type the text anew`,
      String.raw`towns, row 3, town_id "sao\u200b-brito": must not hold characters that cannot be seen, as U+200B is → delete it, or type the text anew`,
      String.raw`towns, row 3, note "Growth\u202e is provisional, says the almanac.": must not hold marks that turn the reading direction, as U+202E is → delete the mark, or type the text anew`,
    ]);
  });

  it("finds a zero byte in its cell", () => {
    expect(problemsOf({ "towns.csv": replacing("Aldmoor", "Ald\u0000moor") })).toEqual([
      expect.stringMatching(/^towns, row 2, name "Ald\\u0000moor": must not hold control/),
    ]);
  });

  it("refuses keys that differ in capitals or kinds of space alone", () => {
    const counts = (text: string) =>
      `${text}aldmoor,Wells,7,almanac,Table 2\naldmoor,two  wells,7,almanac,Table 2\naldmoor,two\u00A0wells,7,almanac,Table 2\n`;
    expect(problemsOf({ "counts.csv": counts })).toEqual([
      expect.stringMatching(/row 5.* row 3 has the same but for capitals or spaces/),
      expect.stringMatching(/row 7.*two\\u00a0wells.* row 6 has the same but for capitals or spaces/),
    ]);
  });
});

describe("formatFault(problem), of what cannot be seen", () => {
  it("writes it out wherever it stands, so that no text moves the terminal", () => {
    const hidden = "a\u200b\u001b[2J\n\u{E0041}\u00A0";
    const line = formatFault({
      table: hidden,
      row: 1,
      field: hidden,
      value: hidden,
      rule: hidden,
      mend: hidden,
    });
    expect(line).toMatch(/^[\x20-\x7e→]+$/);
    expect(line.split(String.raw`a\u200b\u001b[2J`)).toHaveLength(6);
  });
});
