import { generateAtomFeed } from "feedsmith";
import { plainAbstract } from "./report-list.js";
import type { Report } from "./published.js";
import { shownAuthor } from "./author-names.js";
import type { RecordedChange, ReportRecord } from "./record-file.js";

/** Entries of the feed at most: readers keep the older ones. */
const mostEntries = 60;

/**
 * The Atom feed: every published report, and each value of one that changed since. Addresses are relative, for the site
 * does not know its host; what reads a feed takes them from the feed's own.
 */
export function feedFile(reports: readonly Report[], { changes }: Pick<ReportRecord, "changes">): string {
  const entries = [
    ...reports.map(reportEntry),
    ...changes.flatMap((change) => {
      const report = reports.find(({ slug }) => slug === change.report);
      return report ? [changeEntry(report, change)] : [];
    }),
  ]
    .sort((a, b) => b.updated.getTime() - a.updated.getTime())
    .slice(0, mostEntries);
  return generateAtomFeed({
    id: "urn:arrivals:reports",
    title: words("Arrivals: reports"),
    subtitle: words("Reports on how cities integrate migrants and refugees, and what changed in them."),
    links: [
      { href: "./reports/", rel: "alternate", type: "text/html" },
      { href: "./feed.xml", rel: "self", type: "application/atom+xml" },
    ],
    generator: { text: "Arrivals" },
    updated: entries[0]?.updated ?? dayOf("1970-01-01"),
    entries,
  });
}

interface Entry {
  id: string;
  title: Words;
  links: { href: string; rel: "alternate"; type: "text/html" }[];
  updated: Date;
  published: Date;
  summary: Words;
  authors: { name: string }[];
}

interface Words {
  value: string;
}

const words = (value: string): Words => ({ value });

const linkTo = (href: string): Entry["links"] => [{ href, rel: "alternate", type: "text/html" }];

function reportEntry(report: Report): Entry {
  const { slug, fields } = report;
  return {
    id: `urn:arrivals:report:${slug}`,
    title: words(fields.title),
    links: linkTo(`./reports/${slug}`),
    updated: dayOf(fields.date),
    published: dayOf(fields.date),
    summary: words(plainAbstract(fields)),
    authors: fields.authors.map((name) => ({ name: shownAuthor(name) })),
  };
}

function changeEntry({ fields }: Report, { date, report, id, was, now, dataVersion }: RecordedChange): Entry {
  return {
    id: `urn:arrivals:report:${report}:${id}:${date}:${dataVersion}`,
    title: words(`Changed in “${fields.title}”: ${wordsOf(now)}`),
    links: linkTo(`./reports/${report}#${id}`),
    updated: dayOf(date),
    published: dayOf(date),
    summary: words(
      wordsOf(was) === wordsOf(now)
        ? `The rows behind it changed, with data version ${dataVersion}.`
        : `It said: ${wordsOf(was)} Data version ${dataVersion}.`,
    ),
    authors: fields.authors.map((name) => ({ name: shownAuthor(name) })),
  };
}

/** A recorded value without the hash of its rows. */
const wordsOf = (value: string) => value.replace(/ #[0-9a-f]+$/, "");

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);
