import { capital, formatList, formatNumber } from "../components/format.js";
import { heatMap } from "../components/heat-map.js";
import { dimensions, sectorNames, sectors, sectorWord } from "../model/names.js";
import { number, text, type Figure, type Options, type Row } from "../components/figure.js";

const every = "all";
const values = [every, ...dimensions];
const chosen = ({ dimension = every }: Options) => (values.includes(dimension) ? dimension : every);
/** Name of the column that holds the links of a dimension. */
const columnOf = (options: Options) => `links_${chosen(options)}`;

/** The choice of one dimension or all of them. */
const dimensionChoice = {
  name: "dimension",
  label: "Dimension",
  values: values.map((value) => ({ value, label: value })),
};

/** Who works with whom: sector of the lead by sector of the partner, over all practices or those of a dimension. */
export const sectorLinks: Figure = {
  id: "sector-links",
  choices: [dimensionChoice],
  options: { dimension: every },
  sql: () => `with links as (
  select p.practice_id, p.name, p.lead_sector, pp.partner, pp.sector as partner_sector
  from practices p join practice_partners pp using (practice_id)
  where p.lead_sector is not null
),
sides as (select unnest(['public', 'private', 'third', 'international']) as sector)
select l.sector as lead_sector, r.sector as partner_sector, count(k.partner)::int as links_all,
${dimensions.map((d) => `  count(k.partner) filter (where k.practice_id in (select practice_id from practice_dimensions where dimension = '${d}'))::int as links_${d},`).join("\n")}
  arg_min(k.practice_id, k.practice_id) as example_id, arg_min(k.name, k.practice_id) as example
from sides l
cross join sides r
left join links k on k.lead_sector = l.sector and k.partner_sector = r.sector
group by l.sector, r.sector
order by array_position(['public', 'private', 'third', 'international'], l.sector),
  array_position(['public', 'private', 'third', 'international'], r.sector)`,
  title(rows, options) {
    const column = columnOf(options);
    const top = highest(rows, column);
    const dimension = chosen(options);
    const where = dimension === every ? "" : `In ${dimension} practices, `;
    if (!top) return `${where || "Among the practices, "}no partner is named`;
    const as = rows.filter((row) => number(row, column) === number(top, column));
    const pairs = as.map(
      (row) => `${sectorWord(text(row, "lead_sector"))} with ${sectorWord(text(row, "partner_sector"))}`,
    );
    const words = `${formatList(pairs)} ${as.length > 1 ? "are the commonest pairs, each" : "is the commonest pair:"} ${number(top, column)} of ${sum(rows, column)} partners named`;
    return where ? where + words : capital(words);
  },
  description(rows, options) {
    const column = columnOf(options);
    const parts = sectors.map((lead) => {
      const own = rows.filter((row) => row.lead_sector === lead);
      return `${lead} leads: ${formatList(own.map((row) => `${number(row, column) ?? "no figure"} ${text(row, "partner_sector")}`)) || "no figure"}`;
    });
    const dimension = chosen(options);
    return `Matrix of lead and partner sectors${dimension === every ? "" : `, ${dimension} practices`}, by partners named. ${parts.join("; ")}. Pairs in all dimensions: ${sum(rows, "links_all")}.`;
  },
  columns: [
    { name: "lead_sector", title: "Led by", names: sectorNames },
    { name: "partner_sector", title: "Partner", names: sectorNames },
    { name: "links_all", title: "All", unit: "partners named" },
    ...dimensions.map((dimension) => ({
      name: `links_${dimension}`,
      title: capital(dimension),
      unit: "partners named",
    })),
    { name: "example", title: "For example, of any dimension", missing: "none" },
  ],
  words(rows, options) {
    const column = columnOf(options);
    const of = (lead: string, partner: string) =>
      number(rows.find((row) => row.lead_sector === lead && row.partner_sector === partner) ?? {}, column) ??
      0;
    const same = sectors.reduce((n, sector) => n + of(sector, sector), 0);
    return [
      `Government and business: ${of("public", "private")} private partners in what government leads, ${of("private", "public")} public ones in what business leads.`,
      `Partners of the lead's own sector: ${formatNumber(same)} of ${sum(rows, column)}. The study of 2014 calls such links “other”.`,
    ];
  },
  draw(rows, canvas, options) {
    const column = columnOf(options);
    const most = Math.max(4, ...rows.map((row) => number(row, column) ?? 0));
    return heatMap(
      rows.map((row) => ({ ...row, lead: leadLabel(text(row, "lead_sector"), canvas.width) })),
      canvas,
      {
        row: "lead",
        column: "partner_sector",
        value: column,
        rows: sectors.map((sector) => leadLabel(sector, canvas.width)),
        columns: [...sectors],
        columnLabel: (sector) => sector.replace("international", "inter\u00adnational"),
        limits: [0.12, 0.3, 0.55, 0.8].map((part) => part * most),
        tip: (row) =>
          `${text(row, "lead_sector")} leads, ${text(row, "partner_sector")} partner\n${text(row, column)} partners named` +
          // The example is one of all dimensions, and need not be of the chosen one.
          (row.example && column === "links_all" ? `\nfor example ${text(row, "example")}` : ""),
      },
    );
  },
  cells: (row): Record<string, { table: string; key: string; column: string }> =>
    row.example_id ? { example: { table: "practices", key: text(row, "example_id"), column: "name" } } : {},
  sources: [
    { source_id: "thp-2014", locator: "Good and promising practices, boxes" },
    { source_id: "com-2012", locator: "essays" },
    { source_id: "100rc-2016", locator: "examples and resources" },
    { source_id: "seidle-2019", locator: "Tables 1 and 2" },
  ],
  caveat:
    "One count for each partner that a document names beside the lead of a practice. A practice of several dimensions counts in each. Sectors are read from the documents: UN bodies and the European Union are international, universities public, chambers of commerce private.",
};

/** A row's name; the longest one is cut where there is little room. */
const leadLabel = (sector: string, width: number) =>
  `${width < 500 && sector === "international" ? "internat." : sector} leads`;

const sum = (rows: Row[], column: string) => rows.reduce((n, row) => n + (number(row, column) ?? 0), 0);

function highest(rows: Row[], column: string): Row | undefined {
  const some = rows.filter((row) => (number(row, column) ?? 0) > 0);
  return some.sort((a, b) => number(b, column)! - number(a, column)!)[0];
}
