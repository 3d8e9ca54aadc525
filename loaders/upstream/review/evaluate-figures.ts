import { briefFigures } from "../../../src/briefs/figures.js";
import type { Figure, Options, Row } from "../../../src/components/figure.js";
import type { FrameContext } from "../../../src/components/frame-context.js";
import { withoutChoices } from "../../../src/components/without-choices.js";
import { figures } from "../../../src/figures/registry.js";
import type { Database } from "../../database.js";
import { queryFaultWords } from "../../drawing-fault.js";
import { readBlockLine } from "../../pages/block-line.js";
import { askedFigures } from "../../site/asked-figures.js";
import { drawnFigure } from "../../site/draw-blocks.js";
import type { Shown } from "./evaluation.js";

/** A figure with the choices of its block's name; null where there is no such figure. */
export function figureNamed(name: string): { figure: Figure; options: Options } | null {
  const block = readBlockLine(`::: ${name}`);
  const named = block?.kind === "figure" ? (figures[block.id] ?? briefFigures[block.id]) : undefined;
  if (!block || !named) return null;
  return {
    figure: block.fixed ? withoutChoices(named) : named,
    options: { ...named.options, ...block.options },
  };
}

/** Rows of every figure, of figures with the choices that pages make, and of each city's brief, by the names of their blocks. */
export async function evaluateFigures(database: Pick<Database, "query">): Promise<Record<string, Shown>> {
  const shown: Record<string, Shown> = {};
  for (const name of [...Object.keys(figures).map((id) => `figure ${id}`), ...askedFigures()]) {
    const named = figureNamed(name);
    if (named) shown[name] = await shownBy(named.figure, named.options, database);
  }
  for (const figure of Object.values(briefFigures)) Object.assign(shown, await ofCities(figure, database));
  return shown;
}

async function shownBy(figure: Figure, options: Options, database: Pick<Database, "query">): Promise<Shown> {
  try {
    const rows = await database.query(figure.sql(options));
    if (rows.length === 0) return { fault: "the evidence has no rows for it" };
    return { title: figure.title(rows, options), rows };
  } catch (error) {
    return { fault: queryFaultWords(error) };
  }
}

/** A figure of briefs for each city that has rows: its query runs once for all of them. */
async function ofCities(figure: Figure, database: Pick<Database, "query">): Promise<Record<string, Shown>> {
  const name = (city: string) => `figure ${figure.id} city=${city}`;
  let all: Row[];
  try {
    all = await database.query(figure.sql({}));
  } catch (error) {
    return { [`figure ${figure.id}`]: { fault: queryFaultWords(error) } };
  }
  const shown: Record<string, Shown> = {};
  for (const city of new Set(all.map((row) => String(row.city_id)))) {
    const options = { city };
    const rows = figure.select!(all, options);
    try {
      shown[name(city)] = { title: figure.title(rows, options), rows };
    } catch (error) {
      shown[name(city)] = { fault: queryFaultWords(error) };
    }
  }
  return shown;
}

/** A figure as it stands in a page, in HTML; null where there is no such figure. */
export function drawnNamed(name: string, rows: Row[], context: FrameContext): string | null {
  const named = figureNamed(name);
  return named && drawnFigure(named.figure, rows, context, named.options);
}
