import { formatList } from "../components/format.js";
import { sectors } from "../model/names.js";
import { newestRound, roundOfCity } from "./newest-round.js";
import { noInterviews } from "./no-interviews.js";
import { number, text, type Figure, type Row, type RowCells } from "../components/figure.js";
import { citiesIn, drawMissing, isNone, itemNames, itemOf } from "./draw-missing.js";

const partNames: Record<string, string> = {
  partnership: "partnerships found",
  lead: "practices led",
  interview: "interviews held",
};
/** By city: partnerships of each type, sectors that lead a practice, and stakeholders who were asked. */
export const whoIsMissing: Figure = {
  id: "who-is-missing",
  sql: () => `with sides as (select unnest([${sectors.map((sector) => `'${sector}'`).join(", ")}]) as sector),
found as (
select c.city_id, c.name as city, 'partnership' as part, p.partnership_type as item, p.partnerships as found,
  p.round, p.counted_in, p.source_id, p.locator, p.flag, p.note
from ${newestRound("partnerships")} p join cities c using (city_id)
union all
select c.city_id, c.name, 'lead', s.sector, count(r.practice_id)::int,
  null, null, null, null, null, null
from cities c cross join sides s
left join practices r on r.city_id = c.city_id and r.lead_sector = s.sector
where c.mapped
group by c.city_id, c.name, s.sector
union all
select c.city_id, c.name, 'interview', k.stakeholder, i.interviewed, n.round, n.counted_in, i.source_id, i.locator,
  i.flag, i.note
from ${roundOfCity} n join cities c using (city_id)
cross join (select distinct stakeholder from interviewees) k
left join interviewees i on i.city_id = n.city_id and i.round = n.round and i.stakeholder = k.stakeholder
)
select * from found
order by city, array_position(['partnership', 'lead', 'interview'], part),
  array_position(['public-private', 'third-private', 'third-public', 'other', 'public', 'private', 'third',
    'international', 'policy-makers', 'practitioners', 'businesses', 'civil-society',
    'international-organisations'], item)`,
  title(rows) {
    const without = namesOf(rows, "lead", "private");
    const recorded = citiesIn(rows.filter((row) => row.part === "interview" && row.found !== null)).length;
    const whose = recorded < citiesIn(rows).length ? " whose interviews are recorded" : "";
    const asked = new Set(
      rows.filter((row) => row.part === "interview" && isNone(row)).map((row) => row.city),
    );
    return without.length
      ? `No practice led by business was found in ${formatList(without)}; in ${someOf(asked.size, recorded)} cities${whose} some kind of stakeholder was not interviewed`
      : `Every sector leads something in every city; in ${someOf(asked.size, recorded)}${whose} some kind of stakeholder was not interviewed`;
  },
  description(rows) {
    return `Matrix of what was found by city. ${citiesIn(rows)
      .map((city) => sentence(rows, city))
      .join(" ")}`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "part", title: "Of what", names: partNames },
    { name: "item", title: "Who", names: itemNames },
    { name: "found", title: "Found or held", missing: noInterviews },
  ],
  words: (rows) => citiesIn(rows).map((city) => sentence(rows, city)),
  draw: (rows, canvas) => drawMissing(rows, canvas, cellsOf),
  cells: cellsOf,
  sources: [
    { source_id: "thp-2014", locator: "Table 8 (partnerships), Table 4 (interviews)" },
    { source_id: "com-2012", locator: "essays (practices)" },
    { source_id: "100rc-2016", locator: "examples (practices)" },
    { source_id: "seidle-2019", locator: "Tables 1 and 2 (practices)" },
  ],
  caveat:
    "Filled: none. None found is no proof that none exists: where a kind of stakeholder was not interviewed, what it does had fewer chances to be mentioned. Nobody from the city answered in Kuala Lumpur, and in Nairobi five of six interviews were with international organisations.",
};

function cellsOf(row: Row): RowCells {
  const key = `${text(row, "city_id")}/${text(row, "item")}/${text(row, "round")}`;
  if (row.part === "partnership") return { found: { table: "partnerships", key, column: "partnerships" } };
  if (row.part === "interview") return { found: { table: "interviewees", key, column: "interviewed" } };
  return {};
}

const someOf = (some: number, all: number) => (some === all ? `all ${all}` : `${some} of ${all}`);

const namesOf = (rows: Row[], part: string, item: string) =>
  rows.filter((row) => row.part === part && row.item === item && isNone(row)).map((row) => text(row, "city"));

/** "Lisbon: no public–private partnership found; …" */
function sentence(rows: Row[], city: string): string {
  const none = (part: string) =>
    rows.filter((row) => row.city === city && row.part === part && isNone(row)).map((row) => longName(row));
  const count = (part: string) =>
    rows
      .filter((row) => row.city === city && row.part === part)
      .reduce((sum, row) => sum + (number(row, "found") ?? 0), 0);
  const [types, leads, silent] = ["partnership", "lead", "interview"].map(none) as [
    string[],
    string[],
    string[],
  ];
  const parts = [
    types.length
      ? `no ${either(types)} partnership among ${count("partnership")} found`
      : `all four types stand among ${count("partnership")} partnerships`,
    leads.length
      ? `none of ${count("lead")} practices with a known lead is led by ${either(leads)}`
      : `all four sectors lead among ${count("lead")} practices`,
    !rows.some((row) => row.city === city && row.part === "interview" && row.found !== null)
      ? noInterviews
      : silent.length
        ? `of ${count("interview")} interviews none with ${either(silent)}`
        : `${count("interview")} interviews, with every kind of stakeholder`,
  ];
  return `${city}: ${parts.join("; ")}.`;
}

const leadWords: Record<string, string> = {
  public: "government",
  private: "business",
  third: "the third sector",
  international: "an international organisation",
};

const longName = (row: Row) =>
  (row.part === "lead" ? leadWords[text(row, "item")] : undefined) ??
  (row.item === "other" ? "like-with-like" : undefined) ??
  (row.part === "interview" ? text(row, "item").replace("-", " ") : itemOf(row));

const either = (names: string[]) => formatList(names).replace(/ and (?=[^,]*$)/, " or ");
