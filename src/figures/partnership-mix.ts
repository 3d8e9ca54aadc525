import { formatList } from "../components/format.js";
import { notKnown } from "../components/own-rows.js";
import { colourOf, partnershipNames, partnershipTypes, type PartnershipType } from "../model/names.js";
import { stackedBars } from "../components/stacked-bars.js";
import { newestRound } from "./newest-round.js";
import { number, text, type Figure, type Row } from "../components/figure.js";

const typeName = (type: string) => partnershipNames[type as PartnershipType] ?? type;

/**
 * Query of partnerships by city and type, of all mapped cities or of some.
 * @param cities ids as a list of SQL texts
 */
export function partnershipQuery(cities?: string): string {
  const some = cities ? `\nwhere p.city_id in (${cities})` : "";
  return `select c.city_id, c.name as city, p.partnership_type, p.partnerships,
  p.partnerships / nullif(sum(p.partnerships) over (partition by c.city_id), 0)::double * 100 as share_pct,
  p.round, p.counted_in, p.source_id, p.locator, p.flag, p.note
from ${newestRound("partnerships")} p
join cities c using (city_id)${some}
order by sum(p.partnerships) over (partition by c.city_id) desc, c.name,
  array_position(['public-private', 'third-private', 'third-public', 'other'], p.partnership_type)`;
}

/** Partnerships by city, stacked by type. */
export const partnershipMix: Figure = {
  id: "partnership-mix",
  sql: () => partnershipQuery(),
  title(rows) {
    const total = sum(rows);
    const joined = sum(rows.filter((row) => row.partnership_type === "public-private"));
    return `At most ${joined} of ${total} partnerships join government and business`;
  },
  description(rows) {
    const cities = [...new Set(rows.map((row) => text(row, "city")))];
    const parts = cities.map((city) => {
      const own = rows.filter((row) => row.city === city && number(row, "partnerships"));
      const unknown = rows
        .filter((row) => row.city === city && row.partnerships === null)
        .map((row) => typeName(text(row, "partnership_type")));
      const parts = own.map(
        (row) => `${text(row, "partnerships")} ${typeName(text(row, "partnership_type"))}`,
      );
      const told = parts.length ? `: ${formatList(parts)}` : "";
      if (!unknown.length) return `${city} ${sum(own)}: ${formatList(parts)}`;
      return `${city} ${sum(own)} that are known${told}; ${notKnown}: ${formatList(unknown)}`;
    });
    return `Stacked bars of partnerships by city and type. ${parts.join(". ")}.`;
  },
  key: partnershipTypes.map((type) => ({ name: partnershipNames[type], colour: colourOf(type) })),
  columns: [
    { name: "city", title: "City" },
    { name: "partnership_type", title: "Type", names: partnershipNames },
    { name: "partnerships", title: "Partnerships" },
    { name: "share_pct", title: "Share", unit: "% of the city's partnerships", decimals: 0 },
  ],
  draw(rows, canvas) {
    return stackedBars(rows, canvas, {
      bar: "city",
      part: "partnership_type",
      length: "partnerships",
      bars: [...new Set(rows.map((row) => text(row, "city")))],
      parts: [...partnershipTypes],
      colours: partnershipTypes.map(colourOf),
      partNames: typeName,
      axis: "partnerships",
      marked: (row) =>
        Object.values(partnershipMix.cells!(row))
          .flat()
          .some((cell) => canvas.marks.on(cell).length > 0),
    });
  },
  cells(row) {
    return {
      partnerships: {
        table: "partnerships",
        key: `${text(row, "city_id")}/${text(row, "partnership_type")}/${text(row, "round")}`,
        column: "partnerships",
      },
    };
  },
  sources: [{ source_id: "thp-2014", locator: "Table 8" }],
  caveat:
    "Third: civil society and the non-profit sector. The study's own grand total leaves out one city's row; the total here is the sum of the cells.",
};

/** Partnerships in all rows together. */
function sum(rows: Row[]): number {
  return rows.reduce((total, row) => total + (number(row, "partnerships") ?? 0), 0);
}
