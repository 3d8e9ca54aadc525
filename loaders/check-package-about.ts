import {
  checkShape,
  isObject,
  isText,
  neededWords,
  webAddress,
  words,
  type Fault,
  type Json,
  type Shape,
} from "./package-shape.js";

const licenceShape: Shape = { name: neededWords, path: webAddress, title: words };
const sourceShape: Shape = { title: neededWords, path: webAddress };

const listOfTexts = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isText);

const contributorShape: Shape = {
  title: neededWords,
  path: webAddress,
  roles: {
    faultOf: (value) =>
      listOfTexts(value)
        ? null
        : { rule: "must list what the contributor did", mend: 'write a list such as ["compiler"]' },
  },
};

/** A list of objects of the package: what it is, one of its members, and one to write. */
const lists: readonly { name: string; what: string; member: string; shape: Shape; example: string }[] = [
  {
    name: "licenses",
    what: "the terms of use",
    member: "a licence",
    shape: licenceShape,
    example: '{ "name": "CC-BY-4.0" }',
  },
  {
    name: "contributors",
    what: "who made the data",
    member: "a contributor",
    shape: contributorShape,
    example: '{ "title": "Arrivals project" }',
  },
  {
    name: "sources",
    what: "what the data were taken from",
    member: "a source",
    shape: sourceShape,
    example: '{ "title": "GeoNames" }',
  },
];

/** Checks what a package says of itself as a whole: when it was made, of what, by whom, and on what terms. */
export function checkAbout(description: Json, fault: Fault): void {
  const created = description["created"];
  if (created !== undefined && !isTime(created))
    fault("created", created, "must be a time of the calendar", 'write one such as "2026-11-29T00:00:00Z"');
  const keywords = description["keywords"];
  if (keywords !== undefined && !listOfTexts(keywords))
    fault("keywords", keywords, "must list words to find the data by", 'write a list such as ["migration"]');
  for (const { name, what, member, shape, example } of lists) {
    const list = description[name];
    if (list === undefined) continue;
    if (!Array.isArray(list) || list.length === 0) {
      fault(name, list, `must list ${what}`, `write a list such as [${example}]`);
      continue;
    }
    list.forEach((one: unknown, index) => {
      const place = `${name}[${index}]`;
      if (isObject(one)) checkShape(one, shape, `${place}.`, member, fault);
      else fault(place, one, "must be an object", `write ${example}`);
    });
  }
}

/** A date and time as RFC 3339 has it, in universal time. */
const isTime = (value: unknown): boolean =>
  isText(value) &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) &&
  new Date(value).toJSON()?.slice(0, 19) === value.slice(0, 19);
