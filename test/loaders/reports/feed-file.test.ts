import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { feedFile } from "../../../loaders/reports/feed-file.js";
import type { Report } from "../../../loaders/reports/published.js";
import { readReport } from "../../../loaders/reports/report-fields.js";
import type { RecordedChange } from "../../../loaders/reports/record-file.js";

function reportOf(slug: string, date: string, title = "What it finds", abstract = "It finds."): Report {
  const fields = { title, authors: ["Ana Silva", "City of Lisbon"], date, status: "published", abstract };
  const page = takeApart(`src/reports/${slug}.md`, `---\n${JSON.stringify(fields)}\n---\nText.`);
  return { slug, path: `/reports/${slug}`, page, fields: readReport(page, ".").report };
}

function change(report: string, date: string, was: string, now: string): RecordedChange {
  return { date, report, id: "claim-most", was, now, dataVersion: "0a1b2c3d" };
}

/** Names of elements that are opened and closed in turn. @throws where one is not */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  const rest = xml.replace(/<\?xml[^?]*\?>/, "").replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  for (const [, end, name, , alone] of rest.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else found.push(name!);
    if (!end && !alone) open.push(name!);
  }
  expect(open).toEqual([]);
  const text = rest.replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, "");
  expect(text).not.toMatch(/[<>]/);
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
  return found;
}

const reports = [reportOf("newer", "2026-11-30"), reportOf("older", "2026-10-01", `<b>"A" & 'B'</b> ]]>`)];
const changes = [
  change("older", "2026-11-15", "It has 56.", "It has 57."),
  change("older", "2026-11-14", "Title #0123456789ab", "Title #ba9876543210"),
  change("gone", "2026-11-16", "a", "b"),
];

describe("feedFile(reports, record)", () => {
  const xml = feedFile(reports, { changes });
  const feed = parseAtomFeed(xml);

  it("is well-formed, with all that Atom requires of a feed and its entries", () => {
    expect(elementsOf(xml)[0]).toBe("feed");
    expect(xml).toContain('xmlns="http://www.w3.org/2005/Atom"');
    // RFC 4287, 4.1.1 and 4.1.2.
    for (const part of [feed, ...feed.entries!]) {
      expect(part.id).toMatch(/^urn:/);
      expect(part.title).toBeTruthy();
      expect(part.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    }
    for (const entry of feed.entries!) {
      expect(entry.authors?.map(({ name }) => name)).toEqual(["Ana Silva", "City of Lisbon"]);
      expect(entry.links?.[0]).toMatchObject({ rel: "alternate" });
    }
    expect(new Set(feed.entries!.map(({ id }) => id)).size).toBe(feed.entries!.length);
    expect(feed.links!.map(({ rel }) => rel)).toContain("self");
  });

  it("has the newest first, reports and what changed in them, and nothing of a report that is gone", () => {
    expect(feed.entries!.map(({ links, updated }) => [links![0]!.href, updated!.slice(0, 10)])).toEqual([
      ["./reports/newer", "2026-11-30"],
      ["./reports/older#claim-most", "2026-11-15"],
      ["./reports/older#claim-most", "2026-11-14"],
      ["./reports/older", "2026-10-01"],
    ]);
    expect(feed.updated!.slice(0, 10)).toBe("2026-11-30");
  });

  it("says what it said before and what it says now, without the hash of rows", () => {
    expect(xml).toContain("It has 57.");
    expect(xml).toContain("It said: It has 56. Data version 0a1b2c3d.");
    expect(xml).toContain("The rows behind it changed, with data version 0a1b2c3d.");
    expect(xml).not.toContain("#ba9876543210");
  });

  it("holds sixty entries at most, and is a feed without any", () => {
    const many = Array.from({ length: 90 }, (_, i) =>
      reportOf(`r-${i}`, `2026-01-${String((i % 28) + 1).padStart(2, "0")}`),
    );
    expect(parseAtomFeed(feedFile(many, { changes: [] })).entries).toHaveLength(60);
    expect(elementsOf(feedFile([], { changes: [] }))).not.toContain("entry");
  });
});
