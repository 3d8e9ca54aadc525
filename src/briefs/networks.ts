import { bounded, mindWords } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, type BriefFigure } from "./brief-figure.js";

/** Networks that a document says a city belongs to. */
export const briefNetworks: BriefFigure = {
  ...ofBrief,
  id: "brief-networks",
  inContents: "Networks",
  sql: (
    options,
  ) => `select c.city_id, c.name as city, n.network_id, n.name as network, n.founded, n.members, n.qualifier, n.member_kind,
  n.as_of_year, m.source_id, m.locator, n.flag, n.note
from network_members m
join networks n using (network_id)
join cities c using (city_id)${cityCondition(options)}
order by c.name, n.name`,
  title: (rows) => `${cityOf(rows)} belongs to ${counted(rows.length, "network")} that the documents name`,
  description: (rows) =>
    `Table of networks: ${rows.map((row) => `${text(row, "network")}, ${membersWords(row)}`).join("; ")}.`,
  columns: [
    { name: "network", title: "Network" },
    { name: "founded", title: "Founded", year: true, missing: "not stated" },
    { name: "members", title: "Members", words: membersWords },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells(row) {
    const key = text(row, "network_id");
    return {
      founded: { table: "networks", key, column: "founded" },
      members: { table: "networks", key, column: "members" },
    };
  },
  sources: [{ source_id: "100rc-2016", locator: "Executive summary" }],
};

function membersWords(row: Row): string {
  const members = number(row, "members");
  if (members === null) return "members not counted";
  const year = number(row, "as_of_year");
  const about = [text(row, "member_kind"), year].filter(Boolean).join("; ");
  return `${bounded(members.toLocaleString("en-GB"), row.qualifier)}${about ? ` (${about})` : ""}`;
}
