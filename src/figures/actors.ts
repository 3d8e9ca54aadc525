import { sectorNames } from "../model/names.js";
import { formatList, formatNumber } from "../components/format.js";
import { peopleSql } from "./actors-sql.js";
import { actorNetwork } from "./actor-network.js";
import { number, text, type Figure, type Row } from "../components/figure.js";

/** Every actor with its practices and partners: the table behind the network. */
export const actors: Figure = {
  id: "actors",
  sql: () => `with ${peopleSql},
parts as (
  select lead_key as key, lead as actor, lead_sector as sector, practice_id, practice, true as leads, partner_key as other
  from people where lead_key is not null
  union all
  select partner_key, partner, partner_sector, practice_id, practice, false, lead_key
  from people where partner_key is not null
)
select key, any_value(actor order by length(actor) desc, actor) as actor, mode(sector order by sector) as sector,
  count(distinct practice_id)::int as practices, count(distinct practice_id) filter (where leads)::int as led,
  count(distinct other)::int as partners,
  arg_min(practice_id, practice_id) as example_id, arg_min(practice, practice_id) as example
from parts
group by key
order by practices desc, partners desc, actor, key`,
  title(rows) {
    const top = rows[0];
    if (!top) return "No actor appears in more than one practice";
    return `${text(top, "actor")} turns up most often: in ${number(top, "practices")} practices, with ${number(top, "partners")} partners`;
  },
  description: (rows) =>
    `Table of ${formatNumber(rows.length)} actors and how many practices each is in: ${formatList(rows.slice(0, 6).map((row: Row) => `${text(row, "actor")} ${text(row, "practices")}`))}.`,
  columns: [
    { name: "actor", title: "Actor" },
    { name: "sector", title: "Sector", names: sectorNames, missing: "not stated" },
    { name: "practices", title: "Practices" },
    { name: "led", title: "Led" },
    { name: "partners", title: "Partners", unit: "actors" },
    { name: "example", title: "For example" },
  ],
  draw: null,
  cells: (row) => ({ example: { table: "practices", key: text(row, "example_id"), column: "name" } }),
  sources: actorNetwork.sources,
  caveat:
    "Partners are the actors it works with in a practice that one of the two leads. The sector is the one most of its practices give.",
};
