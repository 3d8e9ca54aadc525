import { newestRound } from "../figures/newest-round.js";
import { flagMark, formatNumber } from "../components/format.js";
import { colourOf, partnershipNames, type PartnershipType } from "../model/names.js";
import { number, text, type Canvas, type Row } from "../components/figure.js";
import { drawBars, pictureWidth } from "./bars.js";
import { cityCondition, cityOf, counted, ofBrief, orList, type BriefFigure } from "./brief-figure.js";

/** Partnerships of a city by type, their share beside that of all mapped cities together. */
export const briefPartnerships: BriefFigure = {
  ...ofBrief,
  id: "brief-partnerships",
  inContents: "Partnerships",
  sql: (options) => `with shares as (
  select *, partnerships / nullif(sum(partnerships) over (partition by city_id), 0)::double * 100 as share_pct,
    sum(partnerships) over (partition by partnership_type) / nullif(sum(partnerships) over (), 0)::double * 100
      as mapped_share_pct,
    sum(partnerships) over (partition by partnership_type)::int as mapped_partnerships
  from ${newestRound("partnerships")} p
)
select c.city_id, c.name as city, s.partnership_type, s.partnerships, s.share_pct, s.mapped_share_pct,
  s.mapped_partnerships, (select count(distinct city_id)::int from shares) as mapped_cities,
  s.round, s.counted_in, s.source_id, s.locator, s.flag, s.note
from shares s
join cities c using (city_id)${cityCondition(options)}
order by c.name, array_position(['public-private', 'third-private', 'third-public', 'other'], s.partnership_type)`,
  title(rows) {
    const total = rows.reduce((sum, row) => sum + (number(row, "partnerships") ?? 0), 0);
    const none = rows.filter((row) => row.partnerships === 0).map(typeName);
    const [top] = [...rows].sort((a, b) => Number(b.partnerships) - Number(a.partnerships));
    if (!total || !top) return `${cityOf(rows)}: no partnership was found`;
    const missing = none.length ? `, none of them ${orList(none)}` : "";
    return `${cityOf(rows)}: ${counted(total, "partnership")}, ${total === 1 ? "" : `${text(top, "partnerships")} of them `}${typeName(top)}${missing}`;
  },
  description: (rows) =>
    `Bars of the shares of ${cityOf(rows)}'s partnerships by type, with a mark at the share among all mapped cities. ${rows
      .map(
        (row) =>
          `${typeName(row)} ${text(row, "partnerships")} (${percent(row, "share_pct")}; all mapped cities ${percent(row, "mapped_share_pct")})`,
      )
      .join("; ")}.`,
  columns: [
    { name: "partnership_type", title: "Type", names: partnershipNames },
    { name: "partnerships", title: "Partnerships" },
    { name: "share_pct", title: "Share", unit: "% of the city's partnerships", missing: "no partnership" },
    { name: "mapped_share_pct", title: "Share, all mapped", unit: "% of the mapped cities' partnerships" },
  ],
  width: pictureWidth,
  draw: drawPartnerships,
  cells: (row) => ({ partnerships: cell(row) }),
  sources: [{ source_id: "thp-2014", locator: "Table 8" }],
  caveat:
    "Third: civil society and the non-profit sector; other: two of one sector. Mark: the type's share among all mapped cities' partnerships.",
};

const cell = (row: Row) => ({
  table: "partnerships",
  key: `${text(row, "city_id")}/${text(row, "partnership_type")}/${text(row, "round")}`,
  column: "partnerships",
});

const typeName = (row: Row) =>
  partnershipNames[row.partnership_type as PartnershipType] ?? text(row, "partnership_type");

function percent(row: Row, name: string): string {
  const share = number(row, name);
  return share === null ? "no share" : `${formatNumber(share)}\u202f%`;
}

/** Types between two sectors that a city has none of, with how many the others have. */
export function absentTypes(rows: Row[]): { type: string; elsewhere: number }[] {
  return rows
    .filter((row) => row.partnerships === 0 && row.partnership_type !== "other")
    .map((row) => ({ type: typeName(row), elsewhere: number(row, "mapped_partnerships") ?? 0 }));
}

function drawPartnerships(rows: Row[], canvas: Canvas): Element {
  return drawBars(canvas, {
    labels: 68,
    bars: rows.map((row) => ({
      name: typeName(row),
      value: number(row, "share_pct"),
      colour: colourOf(text(row, "partnership_type")),
      label: `${text(row, "partnerships")}${flagMark(row)}${canvas.marks.on(cell(row)).length ? "†" : ""} (${percent(row, "share_pct")})`,
      marks: [{ name: "all mapped cities", value: number(row, "mapped_share_pct"), broken: true }],
    })),
  });
}
