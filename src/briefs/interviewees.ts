import { roundOfCity } from "../figures/newest-round.js";
import { stakeholderNames } from "../model/names.js";
import { number, text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, orList, type BriefFigure } from "./brief-figure.js";

/** Who was interviewed for the mapping of a city: how far its counts can be trusted. */
export const briefInterviewees: BriefFigure = {
  ...ofBrief,
  id: "brief-interviewees",
  inContents: "Interviews",
  sql: (
    options,
  ) => `select c.city_id, c.name as city, e.stakeholder, e.interviewed, v.interviewed as interviews_in_city,
  v.contacted, n.round, n.counted_in, v.locator as interviews_locator, e.source_id, e.locator, e.flag, e.note
from ${roundOfCity} n
join interviewees e using (city_id, round)
join interviews v using (city_id, round)
join cities c using (city_id)${cityCondition(options)}
order by c.name, e.interviewed desc, e.stakeholder`,
  title(rows) {
    const none = rows.filter((row) => row.interviewed === 0).map(stakeholder);
    const [all] = rows;
    const asked = `${cityOf(rows)}'s mapping rests on ${counted(number(all ?? {}, "interviews_in_city") ?? 0, "interview")}`;
    return none.length ? `${asked}, none with ${orList(none)}` : `${asked}, some with every group`;
  },
  description: (rows) =>
    `Table of interviews by group: ${rows.map((row) => `${stakeholder(row)} ${text(row, "interviewed")}`).join(", ")}.`,
  words: (rows) => {
    const [all] = rows;
    return all
      ? [
          `${text(all, "contacted")} stakeholders were contacted, ${text(all, "interviews_in_city")} interviewed.`,
        ]
      : [];
  },
  columns: [
    { name: "stakeholder", title: "Group", names: stakeholderNames },
    { name: "interviewed", title: "Interviews" },
  ],
  draw: null,
  cells(row) {
    const key = `${text(row, "city_id")}/${text(row, "stakeholder")}/${text(row, "round")}`;
    return { interviewed: { table: "interviewees", key, column: "interviewed" } };
  },
  sources: [{ source_id: "thp-2014", locator: "Tables 3 and 4" }],
  sourcesOf: (rows) =>
    ofBrief.sourcesOf([
      ...rows.slice(0, 1).map((row) => ({ ...row, locator: row.interviews_locator ?? null })),
      ...rows,
    ]),
};

const stakeholder = (row: Row) => stakeholderNames[text(row, "stakeholder")] ?? text(row, "stakeholder");
