import { mindWords } from "../components/format.js";
import { text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, placeColumn, type BriefFigure } from "./brief-figure.js";

/** What the study calls hard in a city, each with a way to the practices that answer it. */
export const briefChallenges: BriefFigure = {
  ...ofBrief,
  id: "brief-challenges",
  inContents: "Challenges",
  sql: (
    options,
  ) => `select c.city_id, c.name as city, k.challenge, k.title, h.summary, k.topic, t.title as topic_title,
  (select count(*)::int from practice_topics p join practices using (practice_id)
    where p.topic = k.topic and city_id is distinct from c.city_id) as practices,
  h.source_id, h.locator, h.flag, h.note
from challenges h
join challenge_kinds k using (challenge)
left join topics t on t.topic = k.topic
join cities c using (city_id)${cityCondition(options)}
order by c.name, h.rowid`,
  title: (rows) => `${cityOf(rows)}: the study names ${counted(rows.length, "challenge")}`,
  description: (rows) =>
    `Table of challenges: ${rows.map((row) => `${text(row, "title")}: ${text(row, "summary")}`).join(" ")}`,
  columns: [
    { name: "title", title: "Challenge" },
    { name: "summary", title: "What the study says" },
    placeColumn,
    { name: "practices", title: "Practices elsewhere", words: practiceWords, link: practiceLink },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells: (row) => ({
    summary: {
      table: "challenges",
      key: `${text(row, "city_id")}/${text(row, "challenge")}`,
      column: "summary",
    },
  }),
  sources: [{ source_id: "thp-2014", locator: "Discussion; Executive Summary" }],
  caveat:
    "What those asked named and the study tells. A challenge that is not here was not named; it may be there all the same.",
};

/** How many practices of other places are about it. */
function practiceWords(row: Row): string {
  return row.topic === null
    ? "no topic of the register"
    : `${text(row, "practices")} on ${text(row, "topic_title").toLowerCase()}`;
}

function practiceLink(row: Row): string | null {
  return row.topic === null ? null : `/practices?city=${text(row, "city_id")}&topic=${text(row, "topic")}`;
}
