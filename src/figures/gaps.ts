import * as Plot from "@observablehq/plot";
import { flagMark, formatList } from "../components/format.js";
import { dimensions, partnershipNames, partnershipTypes, type PartnershipType } from "../model/names.js";
import { mappedCities } from "./mapped-cities.js";
import { newestRound } from "./newest-round.js";
import { text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

const nameOf = (kind: string, item: string) =>
  kind === "partnership" ? (partnershipNames[item as PartnershipType] ?? item) : item;

const keyOf = (row: Row) => `${text(row, "city_id")}/${text(row, "item")}/${text(row, "round")}`;

/** Dimensions without an initiative and types without a partnership, and those with fewer than three. */
export const gaps: Figure = {
  id: "gaps",
  sql: () => `select c.city_id, c.name as city, 'initiative' as kind, i.dimension as item, i.initiatives as found,
  i.round, i.counted_in, i.source_id, i.locator, i.flag, i.note
from ${newestRound("initiatives")} i join cities c using (city_id)
where i.initiatives < 3
union all
select c.city_id, c.name, 'partnership', p.partnership_type, p.partnerships,
  p.round, p.counted_in, p.source_id, p.locator, p.flag, p.note
from ${newestRound("partnerships")} p join cities c using (city_id)
where p.partnerships < 3
order by kind, item, found, city`,
  title(rows) {
    const political = none(rows, "initiative", "political");
    const joined = none(rows, "partnership", "public-private");
    const missing = [
      political.length ? `no political initiative in ${formatList(political)}` : "",
      joined.length ? `no public–private partnership in ${formatList(joined)}` : "",
    ].filter(Boolean);
    if (!missing.length) return "Every city has political initiatives and public–private partnerships";
    return `What is missing: ${missing.join(", ")}`;
  },
  description(rows) {
    const zero = rows
      .filter((row) => row.found === 0)
      .map((row) => `${nameOf(text(row, "kind"), text(row, "item"))} in ${text(row, "city")}`);
    const thin = rows
      .filter((row) => row.found !== 0)
      .map(
        (row) =>
          `${nameOf(text(row, "kind"), text(row, "item"))} in ${text(row, "city")} (${text(row, "found")})`,
      );
    return `Matrix of gaps. None found: ${formatList(zero) || "nowhere"}. One or two found: ${formatList(thin) || "nowhere"}.`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "kind", title: "Of what" },
    { name: "item", title: "Dimension or type" },
    { name: "found", title: "Found" },
  ],
  draw: drawGaps,
  cells(row) {
    const key = keyOf(row);
    const table = row.kind === "initiative" ? "initiatives" : "partnerships";
    return { found: { table, key, column: table } };
  },
  sources: [
    { source_id: "thp-2014", locator: "Table 7 (initiatives)" },
    { source_id: "thp-2014", locator: "Table 8 (partnerships)" },
  ],
  caveat:
    "Filled: none found. Outlined: one or two found. Blank: three or more. None found is not proof that none exists.",
};

function none(rows: Row[], kind: string, item: string): string[] {
  return rows
    .filter((row) => row.kind === kind && row.item === item && row.found === 0)
    .map((row) => text(row, "city"));
}

function drawGaps(rows: Row[], { document, width, marks }: Canvas): Element {
  const narrow = width < 500;
  const items = [
    ...dimensions.map((item) => nameOf("initiative", item)),
    ...partnershipTypes.map((item) => nameOf("partnership", item)),
  ];
  // Every mapped city, so that one without a gap shows none.
  const cities = mappedCities().map((city) => city.label);
  const data = rows.map((row) => ({
    ...row,
    label: nameOf(text(row, "kind"), text(row, "item")),
    key: keyOf(row),
  }));
  const tableOf = (row: Row) => (row.kind === "initiative" ? "initiatives" : "partnerships");
  const spec: PlotSpec = {
    document,
    width,
    height: cities.length * 28 + (narrow ? 104 : 60),
    marginLeft: narrow ? 92 : 110,
    marginRight: narrow ? 4 : 10,
    marginTop: narrow ? 98 : 54,
    marginBottom: 4,
    style: { fontSize: "12px" },
    // A type's name breaks at its dash, so that nine names stand side by side.
    x: {
      domain: items,
      axis: "top",
      label: null,
      tickSize: 0,
      tickRotate: narrow ? -90 : 0,
      tickFormat: (name: string) => (narrow ? name : name.replace("–", "–\n")),
    },
    y: { domain: cities, label: null, tickSize: 0 },
    marks: [
      ...(narrow
        ? []
        : [
            Plot.text(
              [
                { item: items[2], words: "initiatives" },
                { item: items[6], words: "partnerships" },
              ],
              { x: "item", text: "words", frameAnchor: "top", dy: -46, fill: "var(--soft)" },
            ),
          ]),
      Plot.cell(data, {
        x: "label",
        y: "city",
        fill: (d: Row) => (d.found === 0 ? "var(--gap)" : "none"),
        stroke: "var(--gap)",
        inset: 2,
      }),
      Plot.text(data, {
        x: "label",
        y: "city",
        text: (d: Row) =>
          text(d, "found") +
          (marks.on({ table: tableOf(d), key: text(d, "key"), column: tableOf(d) }).length ? "†" : "") +
          flagMark(d),
        fill: (d: Row) => (d.found === 0 ? "var(--ground)" : "var(--ink)"),
        fontWeight: 600,
      }),
    ],
  };
  return Plot.plot(spec);
}
