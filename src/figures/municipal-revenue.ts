import { bounded, flagMark, formatList, formatNumber } from "../components/format.js";
import { placeInSentence } from "../components/place-words.js";
import { svgElement } from "../components/svg-element.js";
import { number, text, type Canvas, type Figure, type Row } from "../components/figure.js";

const componentNames: Record<string, string> = {
  transfers: "transfers from above",
  "own-source-and-shared-taxes": "own sources and shared taxes",
  "shared-income-taxes": "shared income taxes",
  "sales-tax": "sales tax",
  "income-tax": "income tax",
};
const basisNames: Record<string, string> = {
  "total-revenue": "all revenue",
  "tax-revenue": "tax revenue alone",
};
const colours: Record<string, string> = {
  transfers: "var(--heat-5)",
  "own-source-and-shared-taxes": "var(--mark)",
  "shared-income-taxes": "var(--soft)",
};
const componentOf = (row: Row) => componentNames[text(row, "component")] ?? text(row, "component");
const basisOf = (row: Row) => basisNames[text(row, "basis")] ?? text(row, "basis");
const shareOf = (row: Row) => {
  const share = number(row, "share_pct");
  return share === null
    ? "no figure"
    : bounded(`${formatNumber(share)}\u202f%`, row.qualifier, { sentence: true });
};

/** Where local governments' money comes from, each share on the bar of its own base. */
export const municipalRevenue: Figure = {
  id: "municipal-revenue",
  sql: () => `select country, basis, component, share_pct, qualifier,
  sum(share_pct) over (partition by country, basis) as told_pct, year, flag, note
from municipal_revenue
order by array_position(['total-revenue', 'tax-revenue'], basis), sum(share_pct) over (partition by country) is null,
  country, array_position(['own-source-and-shared-taxes', 'transfers'], component) nulls last`,
  title(rows) {
    const transfers = rows.filter(
      (row) => row.component === "transfers" && number(row, "share_pct") !== null,
    );
    const parts = transfers.map((row) => `${shareOf(row)} of it in ${placeInSentence(text(row, "country"))}`);
    return parts.length
      ? `A good part of local revenue comes from above: transfers are ${formatList(parts)}`
      : "Where local revenue comes from";
  },
  description: (rows) =>
    `Bars of local revenue, a bar for each country and base. ${rows.map((row) => `${text(row, "country")}: ${componentOf(row)} ${shareOf(row)} of ${basisOf(row)}`).join("; ")}.`,
  columns: [
    { name: "country", title: "Country" },
    { name: "component", title: "Source of revenue", names: componentNames },
    { name: "share_pct", title: "Share", unit: "% of the base", bound: "qualifier" },
    { name: "basis", title: "Base", names: basisNames },
    { name: "year", title: "Year", year: true, missing: "not stated" },
  ],
  draw: drawRevenue,
  cells: (row) => ({
    share_pct: {
      table: "municipal_revenue",
      key: `${text(row, "country")}/${text(row, "component")}/${text(row, "basis")}`,
      column: "share_pct",
    },
  }),
  sources: [{ source_id: "seidle-2019", locator: "Cities as a key locus of migrant integration" }],
  caveat:
    "Germany's bar has another base, tax revenue, and must not be read against the other two; its share is a floor. Outlined: what the document does not account for. The paper gives no share for the United States: it names transfers from states and the federal government, a sales tax of many cities and an income tax of some.",
};

function drawRevenue(rows: Row[], { document, width, marks }: Canvas): Element {
  const make = svgElement(document);
  const bars = [...new Set(rows.map((row) => `${text(row, "basis")}|${text(row, "country")}`))];
  const bases = [...new Set(rows.map((row) => text(row, "basis")))];
  const barHeight = 62;
  const height = bases.length * 30 + bars.length * barHeight + 4;
  const svg = make("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-size": 12 });
  const write = (words: string, attributes: Record<string, string | number>) => {
    const made = make("text", { fill: "var(--ink)", ...attributes });
    made.textContent = words;
    svg.append(made);
  };
  const full = width - 2;
  let y = 0;
  for (const basis of bases) {
    y += 20;
    write(`% of ${basisNames[basis] ?? basis}`, { x: 0, y: y - 2, fill: "var(--soft)", "font-weight": 600 });
    y += 10;
    for (const bar of bars.filter((name) => name.startsWith(`${basis}|`))) {
      const own = rows.filter((row) => `${text(row, "basis")}|${text(row, "country")}` === bar);
      write(text(own[0]!, "country"), { x: 0, y: y + 10 });
      const untold = own.every((row) => row.share_pct === null);
      if (untold) write(own.map(componentOf).join(", "), { x: 1, y: y + 50, fill: "var(--soft)" });
      let x = 0;
      own.forEach((row) => {
        const share = number(row, "share_pct");
        if (share === null) return;
        const long = (share / 100) * full;
        svg.append(
          make("rect", {
            x: x + 1,
            y: y + 16,
            width: Math.max(0, long - 2),
            height: 20,
            fill: colours[text(row, "component")] ?? "var(--mark)",
          }),
        );
        const key = municipalRevenue.cells!(row).share_pct!;
        const mark = [key].flat().some((cell) => marks.on(cell).length) ? "†" : "";
        write(shareOf(row) + mark + flagMark(row), {
          x: x + 7,
          y: y + 30,
          fill: "var(--ground)",
          "font-weight": 600,
        });
        // Names stand under their parts; a narrow part's name is cut by no other, since each bar has two at most.
        write(
          width < 500
            ? componentOf(row).replace("own sources and shared taxes", "own and shared taxes")
            : componentOf(row),
          {
            x: x + 1,
            y: y + 50,
            fill: "var(--soft)",
          },
        );
        x += long;
      });
      if (x < full - 1) {
        svg.append(
          make("rect", {
            x: x + 1.5,
            y: y + 16.5,
            width: full - x - 2,
            height: 19,
            fill: "none",
            stroke: "var(--soft)",
            "stroke-dasharray": "4 3",
          }),
        );
        const wide = full - x > 118;
        if (wide)
          write(untold ? "no share given" : "not accounted for", {
            x: full - 6,
            y: y + 30,
            "text-anchor": "end",
            fill: "var(--soft)",
          });
      }
      y += barHeight;
    }
  }
  return svg;
}
