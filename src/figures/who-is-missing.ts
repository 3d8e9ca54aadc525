import * as Plot from "@observablehq/plot";
import { formatList } from "../components/format.js";
import { partnershipNames } from "../model/names.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

const partNames: Record<string, string> = {
  partnership: "partnerships found",
  lead: "practices led",
  interview: "interviews held",
};
const itemNames: Record<string, string> = {
  ...partnershipNames,
  public: "public",
  private: "private",
  third: "third",
  international: "internat.",
  "policy-makers": "policy makers",
  practitioners: "practitioners",
  businesses: "businesses",
  "civil-society": "civil society",
  "international-organisations": "internat. org.",
};
const itemOf = (row: Row) => itemNames[text(row, "item")] ?? text(row, "item");
const isNone = (row: Row) => number(row, "found") === 0;

/** By city: partnerships of each type, sectors that lead a practice, and stakeholders who were asked. */
export const whoIsMissing: Figure = {
  id: "who-is-missing",
  sql: () => `with sides as (select unnest(['public', 'private', 'third', 'international']) as sector),
found as (
select c.city_id, c.name as city, 'partnership' as part, p.partnership_type as item, p.partnerships as found
from partnerships p join cities c using (city_id)
union all
select c.city_id, c.name, 'lead', s.sector, count(r.practice_id)::int
from cities c cross join sides s
left join practices r on r.city_id = c.city_id and r.lead_sector = s.sector
where c.mapped
group by c.city_id, c.name, s.sector
union all
select c.city_id, c.name, 'interview', i.stakeholder, i.interviewed
from interviewees i join cities c using (city_id)
)
select * from found
order by city, array_position(['partnership', 'lead', 'interview'], part),
  array_position(['public-private', 'third-private', 'third-public', 'other', 'public', 'private', 'third',
    'international', 'policy-makers', 'practitioners', 'businesses', 'civil-society',
    'international-organisations'], item)`,
  title(rows) {
    const without = namesOf(rows, "lead", "private");
    const asked = new Set(
      rows.filter((row) => row.part === "interview" && isNone(row)).map((row) => row.city),
    );
    return without.length
      ? `No practice led by business was found in ${formatList(without)}; in ${someOf(asked.size, cities(rows).length)} cities some kind of stakeholder was not interviewed`
      : `Every sector leads something in every city; in ${someOf(asked.size, cities(rows).length)} some kind of stakeholder was not interviewed`;
  },
  description(rows) {
    return `Matrix of what was found by city. ${cities(rows)
      .map((city) => sentence(rows, city))
      .join(" ")}`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "part", title: "Of what", names: partNames },
    { name: "item", title: "Who", names: itemNames },
    { name: "found", title: "Found or held" },
  ],
  words: (rows) => cities(rows).map((city) => sentence(rows, city)),
  draw: drawMissing,
  cells(row): Record<string, { table: string; key: string; column: string }> {
    const key = `${text(row, "city_id")}/${text(row, "item")}`;
    if (row.part === "partnership") return { found: { table: "partnerships", key, column: "partnerships" } };
    if (row.part === "interview") return { found: { table: "interviewees", key, column: "interviewed" } };
    return {};
  },
  sources: [
    { source_id: "thp-2014", locator: "Table 8 (partnerships), Table 4 (interviews)" },
    { source_id: "com-2012", locator: "essays (practices)" },
    { source_id: "100rc-2016", locator: "examples (practices)" },
    { source_id: "seidle-2019", locator: "Tables 1 and 2 (practices)" },
  ],
  caveat:
    "Filled: none. None found is no proof that none exists: where a kind of stakeholder was not interviewed, what it does had fewer chances to be told. Nobody from the city answered in Kuala Lumpur, and in Nairobi five of six interviews were with international organisations.",
};

const someOf = (some: number, all: number) => (some === all ? `all ${all}` : `${some} of ${all}`);
const cities = (rows: Row[]) => [...new Set(rows.map((row) => text(row, "city")))];

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
      : `every type among ${count("partnership")} partnerships found`,
    leads.length
      ? `none of ${count("lead")} practices with a known lead is led by ${either(leads)}`
      : `all four sectors lead among ${count("lead")} practices`,
    silent.length
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

function drawMissing(rows: Row[], { document, width, marks }: Canvas): Element {
  const narrow = width < 500;
  const data: Row[] = rows;
  const panels = ["partnership", "lead", "interview"];
  // A name may stand in two panels; a place of its own keeps them apart.
  const places = panels.flatMap((part, i) => [
    ...(i ? [`gap ${part}`] : []),
    ...new Set(data.filter((row) => row.part === part).map((row) => `${part} ${text(row, "item")}`)),
  ]);
  const place = (row: Row) => `${text(row, "part")} ${text(row, "item")}`;
  const middle = (part: string) => {
    const own = places.filter((name) => name.startsWith(`${part} `));
    return own[Math.floor((own.length - 1) / 2)];
  };
  const heads: Record<string, string> = narrow
    ? { partnership: "partnerships", lead: "led by", interview: "interviews" }
    : { partnership: "partnerships found", lead: "practices led by", interview: "interviews with" };
  const spec: PlotSpec = {
    document,
    width,
    height: cities(rows).length * 28 + 124,
    marginLeft: narrow ? 86 : 110,
    marginRight: 4,
    marginTop: 116,
    marginBottom: 4,
    style: { fontSize: narrow ? "11px" : "12px" },
    x: {
      domain: places,
      axis: "top",
      label: null,
      tickSize: 0,
      tickRotate: -90,
      padding: 0,
      tickFormat: (name: string) => (name.startsWith("gap ") ? "" : (itemNames[name.split(" ")[1]!] ?? name)),
    },
    y: { domain: cities(rows), label: null, tickSize: 0 },
    marks: [
      Plot.text(panels, {
        x: middle,
        text: (part: string) => heads[part],
        frameAnchor: "top",
        dy: -106,
        dx: 6,
        fill: "var(--soft)",
      }),
      Plot.cell(data, {
        x: place,
        y: "city",
        fill: (row: Row) => (isNone(row) ? "var(--accent)" : "none"),
        stroke: (row: Row) => (isNone(row) ? "var(--accent)" : "var(--line)"),
        inset: 1.5,
      }),
      Plot.text(data, {
        x: place,
        y: "city",
        text: (row: Row) =>
          number(row, "found") === null
            ? "–"
            : text(row, "found") +
              (Object.values(whoIsMissing.cells!(row))
                .flat()
                .some((cell) => marks.on(cell).length)
                ? "†"
                : ""),
        fill: (row: Row) => (isNone(row) ? "var(--ground)" : "var(--ink)"),
        fontWeight: 600,
        fontSize: narrow ? 10 : 12,
        fontVariant: "tabular-nums",
      }),
    ],
  };
  return Plot.plot(spec);
}
