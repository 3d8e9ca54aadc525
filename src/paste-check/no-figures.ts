/** What a number names when it stands behind these: a place in a document, a day, a telephone. */
const labels =
  /\b(?:tables?|box|boxes|fig(?:ure|\.)?|pages?|pp?\.|no\.|nos\.|article|chapter|section|footnotes?|annex|appendix|paragraphs?|good practices?|promising practices?|recommendation|version|phase|level|tel\.?|telephone|phone|room|floor|isbn|issn|january|february|march|april|june|july|august|september|october|november|december) $|\b(?:practices?|tables?|boxes|pages|chapters) \d+(?:,| and|, and| to|-) ?$/;
const months = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
const day = new RegExp(`^(?:st|nd|rd|th)? (?:of )?${months}\\b`);
/** An ordinal, a time of day, a part of a date, an address, a point of a list. */
const otherSign = /^(?:(?:st|nd|rd|th)\b|:\d|\/\d|\.(?=\d))/;
const listPoint = /^\s*[-•*]?\s*$/;

/** Whether digits name a thing and count nothing. @param ahead plain text before them @param behind plain text after */
export function isLabel(ahead: string, behind: string): boolean {
  if (labels.test(ahead.slice(-24)) || day.test(behind) || otherSign.test(behind)) return true;
  if (/\bmay $/.test(ahead) && /^(?:,| (?:19|20)\d\d)/.test(behind)) return true;
  return listPoint.test(ahead) && /^[.)](?: |$)/.test(behind);
}

const timeWords =
  /(?:\b(?:in|since|of|by|from|until|till|to|during|between|and|through|before|after|year|years|early|late|mid|census|autumn|spring|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december)[ -]|\d[-/])$/;
const countedThings =
  /^ (?:[a-z-]+ ){0,2}?(?:people|persons|residents|inhabitants|migrants|refugees|immigrants|families|participants|initiatives|partnerships|actors|interviews|practices|euros?|dollars|per ?cent|%)/;

/** Whether four plain digits are a year: between 1800 and 2100, and no things counted by them. */
export function isYear(written: string, ahead: string, behind: string): boolean {
  if (!/^(?:1[89]\d\d|20\d\d|2100)$/.test(written)) return false;
  return timeWords.test(ahead.slice(-16)) || !countedThings.test(behind);
}
