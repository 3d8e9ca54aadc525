import { capital, formatNumber } from "../components/format.js";
import { sectorWord } from "../model/names.js";
import type { Finding } from "../components/finding-type.js";
import { newestRound, roundsOfTotal } from "./newest-round.js";
import { number, text } from "../components/figure.js";

const third: Finding = {
  id: "third-sector",
  sql: `select sum(partnerships)::int as partnerships,
  sum(partnerships) filter (where partnership_type like 'third-%')::int as with_third,
  count(distinct city_id) filter (where partnership_type = 'third-public' and partnerships > 0)::int as cities_with_state,
  count(distinct city_id)::int as cities,
  ${roundsOfTotal("p")}
from ${newestRound("partnerships")} p`,
  says([row = {}]) {
    const all = number(row, "partnerships") ?? 0;
    const joined = number(row, "with_third") ?? 0;
    return (
      `It is the third sector that holds the work together: ${joined} of ${all} partnerships (${formatNumber((joined / all) * 100)}\u202f%) ` +
      `tie it to government or business, and in ${number(row, "cities_with_state") === number(row, "cities") ? "all" : `${text(row, "cities_with_state")} of`} ${text(row, "cities")} cities to government.`
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Table 8" }],
  cells: [
    { table: "partnerships", key: "*/*/thp-2013", column: "partnerships" },
    { table: "partnerships", key: "*/third-public/thp-2013", column: "partnerships" },
  ],
};

const leaders: Finding = {
  id: "sector-leads",
  sql: `with by_sector as (
  select lead_sector, count(*)::int as led from practices where lead_sector is not null group by lead_sector
)
select sum(led)::int as practices, max_by(lead_sector, led) as most_sector, max(led) as most,
  max(led) filter (where lead_sector = 'private') as private_led,
  (select count(*)::int from practice_partners where sector = 'private') as private_partners
from by_sector`,
  says([row = {}]) {
    const all = number(row, "practices") ?? 0;
    const share = (name: string) => formatNumber(((number(row, name) ?? 0) / all) * 100);
    const most = sectorWord(text(row, "most_sector"));
    return (
      `${capital(most)} leads most often in what the documents describe (${text(row, "most")} of ${all} practices with a known lead, ${share("most")}\u202f%); ` +
      `business leads ${text(row, "private_led")} (${share("private_led")}\u202f%) and is named ${text(row, "private_partners")} times as a partner.`
    );
  },
  sources: [
    { source_id: "thp-2014", locator: "boxes" },
    { source_id: "com-2012", locator: "essays" },
    { source_id: "100rc-2016", locator: "examples and resources" },
    { source_id: "seidle-2019", locator: "Tables 1 and 2" },
  ],
  cells: [],
};

/** The findings on top of the page of partnerships. */
export const partnershipFindings: Finding[] = [third, leaders];
