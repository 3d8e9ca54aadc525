/** A work as a citation names it. */
export interface CitedWork {
  /** Id of the table `sources`, or of a reference of the page. */
  key: string;
  /** Words before it: "see". */
  prefix: string;
  /** The place in it: "Table 8", "p. 3". */
  place: string;
  /** True where its authors stand in the sentence already: `[-@key]`. */
  withoutAuthors: boolean;
}

/** A key as Pandoc has them: letters and digits, with signs between them. */
const key = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*`;
const one = new RegExp(String.raw`^\s*(?:(.*?)\s+)?(-?)@(${key})\s*(?:,\s*)?(.*?)\s*$`, "u");
const narrative = new RegExp(`^@(${key})`, "u");

/** The works of a citation such as `[see @thp-2014, Table 8; @seidle-2019]`; null where the brackets hold none. */
export function readCitation(inner: string): CitedWork[] | null {
  if (!inner.includes("@")) return null;
  const works = inner.split(";").flatMap((part, i, parts): CitedWork[] | null[] => {
    const found = one.exec(part);
    // A place of several parts, "Table 7; Table 8", belongs to the work before it.
    if (!found) return i > 0 && parts[i - 1] !== undefined && !part.includes("@") ? [] : [null];
    const [, prefix = "", minus, name = "", place = ""] = found;
    const more: string[] = [];
    for (let next = i + 1; next < parts.length && !parts[next]!.includes("@"); next++)
      more.push(parts[next]!.trim());
    return [
      {
        key: name,
        prefix,
        withoutAuthors: minus === "-",
        place: [place, ...more].filter(Boolean).join("; "),
      },
    ];
  });
  return works.length && works.every((work) => work !== null) ? works : null;
}

/** The key of a work that is named in running text: `@thp-2014`; null where none begins there. */
export function readNarrative(text: string, at: number): string | null {
  return narrative.exec(text.slice(at))?.[1] ?? null;
}

/** A figure or table that is named in running text: `@fig-coverage`. */
export interface CrossReference {
  series: "fig" | "tbl";
  id: string;
}

/** Takes a key apart that names a figure or table; null for every other. */
export function crossReference(key: string): CrossReference | null {
  const [, series, id] = /^(fig|tbl)-(.+)$/.exec(key) ?? [];
  return series === undefined ? null : { series: series as "fig" | "tbl", id: id! };
}
