import * as Plot from "@observablehq/plot";
import { flagMark, formatList, formatNumber } from "../components/format.js";
import { newestRound } from "./newest-round.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

const nameOf = (row: Row) => text(row, "city");
const isFlagged = (row: Row) => row.flag !== null && row.flag !== undefined;

/** How large a part of each city's partnerships joins government and business. */
export const publicPrivateShare: Figure = {
  id: "public-private-share",
  sql: () => `select c.city_id, c.name as city,
  max(p.partnerships) filter (where p.partnership_type = 'public-private') as public_private,
  sum(p.partnerships)::int as partnerships,
  public_private / nullif(sum(p.partnerships), 0)::double * 100 as public_private_pct,
  max(p.flag) filter (where p.partnership_type = 'public-private') as flag,
  max(p.note) filter (where p.partnership_type = 'public-private') as note,
  p.round, p.counted_in, min(p.source_id) as source_id, min(p.locator) as locator
from ${newestRound("partnerships")} p
join cities c using (city_id)
group by c.city_id, c.name, p.round, p.counted_in
order by public_private_pct desc nulls last, c.name`,
  title(rows) {
    const some = rows.filter((row) => (number(row, "public_private") ?? 0) > 0);
    const sure = some.filter((row) => !isFlagged(row));
    if (!some.length) return "No city has a public–private partnership";
    return (
      `${nameOf(some[0]!)} leads with ${formatNumber(number(some[0]!, "public_private_pct") ?? 0)}\u202f% public–private` +
      (sure.length && sure.length < some.length
        ? `, but only ${formatList(sure.map(nameOf))} stand beyond doubt`
        : "")
    );
  },
  description(rows) {
    return `Bars of the public–private share of each city's partnerships. ${rows
      .map((row) => {
        const share = number(row, "public_private_pct");
        return share === null
          ? `${nameOf(row)}: no figure`
          : `${nameOf(row)}: ${text(row, "public_private")} of ${text(row, "partnerships")}, ${formatNumber(share)}\u202f%${isFlagged(row) ? ", doubtful" : ""}`;
      })
      .join("; ")}.`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "public_private", title: "Public–private", unit: "partnerships" },
    { name: "partnerships", title: "All partnerships" },
    { name: "public_private_pct", title: "Share", unit: "% of the city's partnerships", decimals: 0 },
  ],
  draw: drawShares,
  cells: (row) => ({
    public_private: {
      table: "partnerships",
      key: `${text(row, "city_id")}/public-private/${text(row, "round")}`,
      column: "partnerships",
    },
  }),
  sources: [{ source_id: "thp-2014", locator: "Table 8; Mapping of Initiatives, Partnerships" }],
  caveat:
    "Outlined: counted in the table, but the text beside it does not bear the count out by the study's own definition.",
};

function drawShares(rows: Row[], { document, width, marks }: Canvas): Element {
  const narrow = width < 500;
  const known = rows.filter((row) => number(row, "public_private_pct") !== null);
  const label = (row: Row) => {
    const cell = publicPrivateShare.cells!(row).public_private!;
    const marked = [cell].flat().some((one) => marks.on(one).length) ? "†" : "";
    return `${text(row, "public_private")} of ${text(row, "partnerships")}${marked}${flagMark(row)}`;
  };
  const spec: PlotSpec = {
    document,
    width,
    height: rows.length * 28 + 44,
    marginLeft: narrow ? 92 : 110,
    marginRight: 64,
    marginTop: 6,
    marginBottom: 36,
    style: { fontSize: "12px" },
    x: {
      label: "% of the city's partnerships",
      labelAnchor: "right",
      labelArrow: "none",
      domain: [0, Math.max(10, ...known.map((row) => number(row, "public_private_pct")!))],
      ticks: 5,
      tickSize: 0,
    },
    y: { domain: rows.map(nameOf), label: null, tickSize: 0 },
    marks: [
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      ...[false, true].map((doubtful) =>
        Plot.barX(
          known.filter((row) => isFlagged(row) === doubtful),
          {
            x: "public_private_pct",
            y: "city",
            fill: doubtful ? "none" : "var(--public-private)",
            stroke: "var(--public-private)",
            strokeWidth: 1.5,
            strokeDasharray: doubtful ? "4 2" : undefined,
            insetTop: 5,
            insetBottom: 5,
          },
        ),
      ),
      Plot.text(known, {
        x: "public_private_pct",
        y: "city",
        text: label,
        textAnchor: "start",
        dx: 6,
        fill: "var(--ink)",
        fontVariant: "tabular-nums",
      }),
      Plot.ruleX([0], { stroke: "var(--soft)" }),
    ],
  };
  return Plot.plot(spec);
}
