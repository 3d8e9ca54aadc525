import { flagMark, flagMeanings, formatList } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, inOrder, ofBrief, type BriefFigure } from "./brief-figure.js";

/** What a practice is in its document, as readers call it. */
export const kindNames: Record<string, string> = {
  good: "good practice",
  promising: "promising practice",
  example: "example",
  resource: "resource",
  "partner-action": "action of a partner",
};

/** Practices of a city in the register, the most telling kinds first. */
export const briefPractices: BriefFigure = {
  ...ofBrief,
  id: "brief-practices",
  inContents: "Its own practices",
  sql: (
    options,
  ) => `select c.city_id, c.name as city, p.practice_id, p.name as practice, p.kind, p.start_year, p.lead_actor,
  w.partners, p.funded_by, d.dimensions, p.summary, p.source_id, p.locator, p.flag, p.note
from practices p
join cities c using (city_id)
left join (
  select practice_id, string_agg(dimension, ', ' order by ${inOrder("dimension")}) as dimensions
  from practice_dimensions where dimension <> 'multidimensional' group by practice_id
) d using (practice_id)
left join (
  select practice_id, string_agg(partner, '; ' order by partner) as partners from practice_partners group by practice_id
) w using (practice_id)${cityCondition(options)}
order by c.name, array_position(['good', 'promising', 'example', 'partner-action', 'resource'], p.kind),
  p.start_year nulls last, p.name`,
  title(rows) {
    const named = rows.filter((row) => row.kind === "good" || row.kind === "promising").length;
    const among = named ? `, ${named === rows.length ? "" : `${named} of them `}named good or promising` : "";
    return `${cityOf(rows)}: ${counted(rows.length, "practice")} in the register${among}`;
  },
  description: (rows) =>
    `Table of practices: ${rows.map((row) => `${text(row, "practice")} (${kindNames[text(row, "kind")] ?? ""}, ${number(row, "start_year") ?? "start not stated"})`).join("; ")}.`,
  words: (rows) => {
    const counts = new Map<string, number>();
    for (const row of rows)
      for (const dimension of text(row, "dimensions").split(", ").filter(Boolean))
        counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
    const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${count} ${name}`);
    return [
      ...(rows.length > 1 && parts.length
        ? [`By dimension, a practice in several counted in each: ${formatList(parts)}.`]
        : []),
      payersWords(rows),
      ...flagWords(rows),
    ];
  },
  columns: [
    { name: "practice", title: "Practice", link: cardOf },
    { name: "kind", title: "Kind", names: kindNames },
    { name: "start_year", title: "Since", year: true, missing: "not stated" },
    { name: "lead_actor", title: "Led by", missing: "not stated" },
    { name: "partners", title: "With", missing: "not stated" },
    { name: "funded_by", title: "Paid by", missing: "not stated" },
    { name: "dimensions", title: "Dimensions", missing: "not stated" },
    { name: "summary", title: "What it does" },
    { name: "flag", title: "Flags", words: flagMark },
  ],
  draw: null,
  cells(row) {
    return { start_year: { table: "practices", key: text(row, "practice_id"), column: "start_year" } };
  },
  sources: [{ source_id: "thp-2014", locator: "Good Practices" }],
};

/** The practice's card in the finder, ranked for the city of the brief. */
function cardOf(row: Row): string {
  return `/practices?city=${text(row, "city_id")}#${text(row, "practice_id")}`;
}

/** Of how many the documents tell who pays. */
function payersWords(rows: Row[]): string {
  const told = rows.filter((row) => row.funded_by !== null).length;
  if (rows.length === 1) return told ? "The report says who pays." : "No document says who pays for it.";
  return `The reports say who pays for ${told || "none"} of the ${rows.length}.`;
}

/** What the letters mean; the note behind each stands on the practice's card. */
function flagWords(rows: Row[]): string[] {
  const letters = [...new Set(rows.flatMap((row) => [...text(row, "flag")]))].sort();
  const meanings = letters.map((letter) => `${flagMark({ flag: letter })} ${flagMeanings[letter] ?? letter}`);
  return meanings.length ? [`Flags: ${meanings.join(", ")}; a practice's card says of what.`] : [];
}
