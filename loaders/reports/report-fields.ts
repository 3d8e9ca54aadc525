import { closest } from "../../src/model/closest.js";
import { writeNearest } from "../pages/nearest.js";
import { lineOfField, type PageText } from "../pages/page-text.js";
import type { PageProblem } from "../pages/problem.js";
import { worksOf } from "./read-works.js";
import { citationStyles, type CitableWork, type CitationStyle } from "./format-citations.js";

/** What a report says of itself in its front matter. */
export interface ReportFields {
  title: string;
  authors: string[];
  /** ISO: "2026-11-30". */
  date: string;
  status: "draft" | "published";
  /** May hold bound values. */
  abstract: string;
  lang: string;
  citations: CitationStyle;
  /** Works beyond the table `sources`. */
  references: CitableWork[];
  /** Earlier versions, the newest first. */
  versions: ReportVersion[];
}

/** An earlier version of a report, or what a later one changed. */
export interface ReportVersion {
  /** ISO. */
  date: string;
  says: string;
  /** Version of the data that it was written on. */
  data?: string;
  /** Where it is kept. */
  url?: string;
}

const fieldNames = [
  ...["title", "authors", "date", "status", "abstract", "lang", "claims", "citations", "references"],
  ...["bibliography", "versions", "keywords", "style"],
];

/** Pages of the folder that are no reports. */
const otherPages = ["index", "check"];

/** True for the path of a report: "/reports/who-pays". */
export function isReportPath(path: string | undefined): boolean {
  const slug = /^\/reports\/([^/]+)$/.exec(path ?? "")?.[1];
  return slug !== undefined && !otherPages.includes(slug);
}

/** True for the slug of a page that is no report. */
export const isReserved = (slug: string): boolean => otherPages.includes(slug);

/** True where a report is not to be published yet. */
export const isDraft = ({ fields }: Pick<PageText, "fields">): boolean => fields["status"] !== "published";

const words = (value: unknown): string | null =>
  typeof value === "string" && value.trim() ? value.trim() : typeof value === "number" ? String(value) : null;

/** The fields of a report, and what is wrong with them. Missing ones are filled with what is least wrong. */
export function readReport(page: PageText, root: string): { report: ReportFields; problems: PageProblem[] } {
  const { fields } = page;
  const problems: PageProblem[] = [];
  const say = (field: string, what: string, mend: string) =>
    void problems.push({ line: lineOfField(page, field), what, mend });
  const text = (field: string, example: string) => {
    const found = words(fields[field]);
    // A feed that had one could not be read.
    // eslint-disable-next-line no-control-regex
    if (found !== null && /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(found))
      say(field, `the ${field} holds a sign that nobody sees`, "write it anew");
    if (found === null) say(field, `the report has no ${field}`, `write "${field}: ${example}"`);
    return found ?? "";
  };
  for (const field of Object.keys(fields))
    if (!fieldNames.includes(field))
      say(
        field,
        `a report has no field "${field}"`,
        closest(field, fieldNames)
          ? writeNearest(field, fieldNames, "fields")
          : `its fields are ${fieldNames.join(", ")}`,
      );
  if (words(fields["title"])?.includes("{{"))
    say("title", "a title holds no value", "say the number in the abstract, or in words that stay true");
  const report: ReportFields = {
    title: text("title", "What the report finds"),
    authors: authorsOf(fields["authors"], say),
    date: dateOf(fields["date"], page, (what, mend) => say("date", what, mend)),
    status: oneOf("status", fields["status"], ["draft", "published"], "draft", say),
    abstract: text("abstract", "Two or three sentences that say what the report finds."),
    lang: langOf(fields["lang"], say),
    citations: oneOf("citations", fields["citations"] ?? "author-date", citationStyles, "author-date", say),
    references: worksOf(page, root, say),
    versions: versionsOf(page, say),
  };
  return { report, problems };
}

type Say = (field: string, what: string, mend: string) => void;

function authorsOf(given: unknown, say: Say): string[] {
  const list = (Array.isArray(given) ? given : [given]).map(words).filter((name) => name !== null);
  if (list.length === 0)
    say("authors", "the report has no authors", 'write "authors: [Given Family, Organisation]"');
  return list;
}

function oneOf<Value extends string>(
  field: string,
  given: unknown,
  values: readonly Value[],
  usual: Value,
  say: Say,
): Value {
  const found = values.find((value) => value === given);
  if (found === undefined)
    say(
      field,
      given === undefined ? `the report has no ${field}` : `the report has no ${field} "${String(given)}"`,
      given === undefined
        ? `write "${field}: ${usual}"`
        : writeNearest(String(given), values, `values of ${field}`),
    );
  return found ?? usual;
}

/** A day as YAML reads it (a date) or as it is quoted. YAML takes the 31st of June for the 1st of July. */
function dateOf(
  given: unknown,
  { lines, before }: PageText,
  say: (what: string, mend: string) => void,
): string {
  const day = given instanceof Date ? writtenDay(given, lines.slice(0, before)) : words(given);
  if (day !== null && isDay(day)) return day;
  say(
    day === null ? "the report has no date" : `"${day}" is no day of the calendar`,
    'write year, month and day: "date: 2026-11-30"',
  );
  return "1970-01-01";
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  );
}

/** The day as it is written; another that the lines have where they do not have this one. */
function writtenDay(date: Date, lines: readonly string[]): string {
  const day = date.toISOString().slice(0, 10);
  if (lines.some((line) => line.includes(day))) return day;
  const days = lines.flatMap((line) => /\bdate:\s*["']?([^\s"',}]+)/.exec(line)?.[1] ?? []);
  return days.find((written) => !isDay(written)) ?? day;
}

function langOf(given: unknown, say: Say): string {
  const lang = words(given) ?? "en-GB";
  try {
    return Intl.getCanonicalLocales(lang)[0]!;
  } catch {
    say("lang", `"${lang}" is no language`, 'write its code, such as "lang: en-GB" or "lang: pt"');
    return "en-GB";
  }
}

function versionsOf(page: PageText, say: Say): ReportVersion[] {
  const given = page.fields["versions"];
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) {
    say("versions", "the versions are no list", 'write each as "- date: 2026-11-30" with "says: …" under it');
    return [];
  }
  return given.flatMap((one: unknown): ReportVersion[] => {
    const { date, says, data, url } = (typeof one === "object" && one !== null ? one : {}) as Record<
      string,
      unknown
    >;
    const told = words(says);
    if (told === null) {
      say("versions", "a version does not say what it changed", 'write "says: …" under its date');
      return [];
    }
    const address = words(url);
    if (address !== null && !/^(https?:\/\/|\/)/.test(address))
      say(
        "versions",
        `"${address}" is no address of a version`,
        'write one that begins with "https://" or "/"',
      );
    const day = dateOf(date, page, (what, mend) =>
      say("versions", what.replace("the report", "a version"), mend),
    );
    return [
      {
        date: day,
        says: told,
        ...(words(data) !== null && { data: words(data)! }),
        ...(address !== null && { url: address }),
      },
    ];
  });
}
