import { misreadText } from "./misread.js";

/**
 * Characters that a reader cannot see, or that turn the reading direction: controls, formats, whatever Unicode says to
 * ignore, private and unassigned places, lone surrogates, the blank pattern of braille.
 */
const unseen = String.raw`\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u2800`;

const unseenCharacters = new RegExp(`[${unseen}]|[^\\P{Zs} ]`, "gu");

/** What most messages are made of, which need no closer look: there may be 100,000 of them. */
const inMostMessages = /^[\x20-\x7E\u2026\u2192]*$/;

/**
 * The text with every character that cannot be seen written out as \u{200b}; all spaces but the plain one count. For
 * messages: what is in the text can be read, and nothing in it moves a terminal.
 */
export function writtenOut(text: string): string {
  if (inMostMessages.test(text)) return text;
  return text.replace(unseenCharacters, (character) => {
    const code = character.codePointAt(0)!.toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}

/** A rule that a text breaks: a clause, and an imperative. */
export interface BrokenRule {
  rule: string;
  mend: string;
}

/** Scripts in which a joiner or non-joiner changes how letters are written. */
const joiningScripts = [
  ..."Arab Syrc Mand Nkoo Mong Phag Rohg Adlm".split(" "),
  ..."Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt Bali Java Sund Newa Cakm".split(" "),
];
const joiningLetter = `(?:(?=[\\p{L}\\p{M}])[${joiningScripts.map((script) => `\\p{scx=${script}}`).join("")}])`;

/** Signs that take a consonant's vowel away (Unicode's combining class 9), of those scripts. */
const viramas =
  "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA\u0F84\u1039\u103A\u17D2\u1B44\u1BAA\u1BAB\uA9C0" +
  "\u{11133}\u{11134}\u{11442}";

/** What is invisible by itself and has its place all the same. */
const inPlace = [
  // Zero-width non-joiner before a letter of a script that joins, after a word or figure of any: Persian endings.
  new RegExp(`(?<=[\\p{L}\\p{M}\\p{Nd}\\p{Pe}\\p{Pf}])\\u200c(?=${joiningLetter})`, "gu"),
  // Both after a virama, also where the word ends: Malayalam, Bengali, Kannada.
  new RegExp(`(?<=[${viramas}])[\\u200c\\u200d](?![\\u200c\\u200d])`, "gu"),
  // Zero-width joiner and non-joiner between letters of scripts that join: Persian, Hindi, Sinhala.
  new RegExp(`(?<=${joiningLetter})[\\u200c\\u200d](?=${joiningLetter})`, "gu"),
  // Emoji that Unicode makes of several characters, and the choice of colour or black and white.
  new RegExp("\\p{RGI_Emoji}", "gv"),
  /(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]/gu,
  // Variants of ideographs and of Mongolian letters.
  /(?<=\p{scx=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]/gu,
  /(?<=\p{scx=Mong})[\u180B-\u180D\u180F]/gu,
  // Signs that Unicode files under formats and that are drawn: the number signs of Arabic and the like.
  /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]/gu,
];

const joinedEmoji = /\p{ExtPict}\uFE0F?\p{EMod}?(?:\u200D\p{ExtPict}\uFE0F?\p{EMod}?)+/gu;
const shownInText = /(?!\p{EPres})\p{ExtPict}(?!\uFE0F|\p{EMod})/gu;

/** Emoji of several characters as Unicode lists them: many programs leave out that they are shown in colour. */
const withColour = (text: string): string =>
  text.replace(joinedEmoji, (emoji) => emoji.replace(shownInText, "$&\uFE0F"));

/** In order: what is wrong with a character is said by the first kind it belongs to. */
const kinds: { of: RegExp; rule: string; mend: string }[] = [
  {
    of: /[\p{Cc}\uFFFC\uFFFD\u2028\u2029]/u,
    rule: "must not hold control or replacement characters",
    mend: "type the text anew; it was damaged on its way here",
  },
  { of: /\p{Cs}/u, rule: "must not hold half a character", mend: "type the text anew; it was cut in two" },
  {
    of: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
    rule: "must not hold marks that turn the reading direction",
    mend: "delete the mark, or type the text anew",
  },
  {
    of: /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u,
    rule: "must not hold characters that cannot be seen",
    mend: "delete it, or type the text anew",
  },
  {
    of: /[\p{Co}\p{Cn}]/u,
    rule: "must not hold characters that Unicode does not define",
    mend: "write it with other characters",
  },
];

/** Latin letters with their accents and usual signs: nothing among them needs a closer look. */
const plain = /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u024F\u2010-\u2026\u2030-\u205E\u20A0-\u20BF]*$/;

/**
 * The first rule that a text breaks, or null: whoever reads it must see all of it, and the same text must be the same
 * characters. It stays on one line, has no space at its ends, is in Unicode's normal form (NFC), and holds nothing
 * that is invisible, except joiners where scripts that join have them and within emoji. Whether it makes
 * sense is not asked: text is text, also where it looks like code.
 */
export function faultOfText(text: string): BrokenRule | null {
  if (/[\r\n]/.test(text))
    return { rule: "must stay on one line", mend: "replace the line break by a space" };
  const meant = misreadText(text);
  if (meant !== null)
    return {
      rule: "must not be UTF-8 that was read as Latin letters",
      mend: `${meant === text ? "type it anew" : `write ${JSON.stringify(meant)}`}, and save the file as UTF-8`,
    };
  if (!plain.test(text)) {
    const checked = inPlace.reduce((rest, allowed) => rest.replace(allowed, "a"), withColour(text));
    for (const { of, rule, mend } of kinds) {
      const found = of.exec(checked);
      if (!found) continue;
      return { rule: `${rule}, as ${codeOf(found[0])} is`, mend };
    }
    if (/^\p{M}/u.test(text))
      return { rule: "must not start with an accent that has no letter", mend: "type the first letter anew" };
  }
  if (text !== text.trim())
    return { rule: "must not start or end with a space", mend: `write ${JSON.stringify(text.trim())}` };
  if (text !== text.normalize("NFC"))
    return {
      rule: "must be in Unicode's normal form (NFC)",
      mend: `write ${normalWord(text)}`,
    };
  return null;
}

/** The first word that is not in its normal form, as it is to be: a whole note would hide it. */
function normalWord(text: string): string {
  const word = text.split(" ").find((candidate) => candidate !== candidate.normalize("NFC")) ?? text;
  return JSON.stringify(word.normalize("NFC"));
}

/** "U+200B" */
function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
