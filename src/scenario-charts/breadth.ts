import { capital, formatNumber } from "../components/format.js";
import { dimensions } from "../model/names.js";
import { number, text, type Row } from "../components/figure.js";
import { changeGrid, type GridCell } from "./change-grid.js";
import { countSources } from "./count-sources.js";
import type { ScenarioPicture } from "./picture.js";
import { atFirst, cell, cityPairs, countWords, lastOf } from "./reading.js";
import { ceilingOf } from "./scale.js";
import { beforeAndNow } from "./key-entries.js";

const measures = [
  { name: "breadth", title: "breadth", note: "dimensions of 5", decimals: 0 },
  { name: "evenness", title: "evenness", note: "0 to 1", decimals: 2 },
  { name: "actors_per_initiative", title: "actors per initiative", note: "ratio", decimals: 2 },
] as const;

/** How wide and how even each city's initiatives are, and how many actors carry them. */
export const breadth: ScenarioPicture = {
  id: "breadth",
  unit: "dimensions with enough initiatives; Pielou’s J; actors per initiative",
  title(view) {
    const pairs = cityPairs(view);
    const lost = pairs.filter(({ before, now }) => now.breadth < before.breadth);
    const won = pairs.filter(({ before, now }) => now.breadth > before.breadth);
    const broad = pairs.filter(({ now }) => now.breadth === dimensions.length).length;
    if (lost.length === 1 && !won.length)
      return `${lost[0]!.city} keeps ${countWords(lost[0]!.now.breadth)} of its ${countWords(lost[0]!.before.breadth)} broad dimensions`;
    if (won.length === 1 && !lost.length)
      return `${won[0]!.city} grows from ${countWords(won[0]!.before.breadth)} to ${countWords(won[0]!.now.breadth)} broad dimensions`;
    if (lost.length || won.length)
      return capital(
        [...citiesThat("gain", won.length), ...citiesThat("lose", lost.length)]
          .map((words) => `${words} breadth`)
          .join(", "),
      );
    if (pairs.length === 1) {
      const { city, now } = pairs[0]!;
      const counted = now.initiatives.filter(Number.isFinite).length;
      return `${city} is broad in ${countWords(now.breadth)} of ${countWords(counted)} dimensions${counted < dimensions.length ? " that were counted" : ""}`;
    }
    return `${broad === 0 ? "No city is" : broad === 1 ? "One city is" : `${broad} cities are`} broad in all five dimensions`;
  },
  description: (view) =>
    `Dots by city for breadth, evenness and actors per initiative in ${lastOf(view.result).year}. ${cityPairs(
      view,
    )
      .map(
        ({ city, now }) =>
          `${city}: ${now.breadth} broad dimensions, evenness ${said(now.evenness)}, ${said(now.actorsPerInitiative)} actors per initiative.`,
      )
      .join(" ")}`,
  columns: [
    { name: "city", title: "City" },
    ...measures.flatMap(({ name, title, note, decimals }) =>
      ["_before", ""].map((end) => ({
        name: name + end,
        title: capital(title),
        unit: `${note}, ${end ? "at the mapping" : "in the scenario"}`,
        decimals,
        missing: "no initiative",
      })),
    ),
  ],
  rows: (view) =>
    cityPairs(view).map(({ city, before, now }): Row => ({
      city_id: now.city,
      city,
      breadth_before: cell(before.breadth),
      breadth: cell(now.breadth),
      evenness_before: cell(before.evenness),
      evenness: cell(now.evenness),
      actors_per_initiative_before: cell(before.actorsPerInitiative),
      actors_per_initiative: cell(now.actorsPerInitiative),
    })),
  draw(rows, canvas, view) {
    const [first, last] = [atFirst(view), lastOf(view.result).year];
    const actors = rows.flatMap((row) => [
      number(row, "actors_per_initiative") ?? 0,
      number(row, "actors_per_initiative_before") ?? 0,
    ]);
    const ends = [dimensions.length, 1, ceilingOf(Math.max(...actors), canvas.kept, "actors", true)];
    return changeGrid(canvas, {
      legend: beforeAndNow(String(first), String(last)),
      columns: measures.map(({ title }, i) => ({
        title,
        note: `0 to ${formatNumber(ends[i]!, Number.isInteger(ends[i]) ? 0 : 1)}`,
        domain: [0, ends[i]!],
        colour: "var(--mark)",
      })),
      rows: rows.map((row) => text(row, "city")),
      cells: rows.flatMap((row) =>
        measures.map(({ name, title, decimals }, column): GridCell => {
          const [before, now] = [number(row, `${name}_before`), number(row, name)];
          const said = (value: number | null) =>
            value === null ? "no initiative" : formatNumber(value, decimals);
          return {
            row: text(row, "city"),
            column,
            before,
            now,
            words: () => `${text(row, "city")}, ${title}\n${last}: ${said(now)}\n${first}: ${said(before)}`,
          };
        }),
      ),
    });
  },
  sources: (view) => [
    ...countSources(view.model, ["initiatives"], { city: view.document.view.city, alone: true }),
    { source_id: "arrivals", locator: "Table assumptions (breadth threshold)" },
  ],
  caveat:
    "Actors are those of the mapping: no lever moves them. An actor may stand in several dimensions. Evenness (Pielou’s J) is 1 where every dimension has the same number of initiatives.",
};

const said = (value: number) => (Number.isFinite(value) ? formatNumber(value, 2) : "not defined");

/** "one city gains", "3 cities gain", or nothing. */
function citiesThat(verb: string, count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? `one city ${verb}s` : `${count} cities ${verb}`];
}
