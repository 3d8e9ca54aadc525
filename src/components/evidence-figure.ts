import type { Canvas, Figure, Options, Row } from "./figure.js";
import { sourcesBehind, touchedBy } from "./figure-caption.js";
import { figureFrame } from "./figure-frame.js";
import { countedSentence, isOfSeveralRounds, withRound } from "./counted-in.js";
import type { FrameContext } from "./frame-context.js";
import type { OwnCity } from "../model/own-city.js";
import { isOwnRow, joinOwn } from "./own-rows.js";
import type { ShownFigure } from "./shown-figure.js";

/**
 * A query's figure at a choice of the reader.
 * @param evidence rows of the evidence for the choice
 * @param land the figure's backdrop, where it asks for one and it is here
 * @param ownCity a city of the reader's own, whose rows are added where the choice asks for it
 */
export function shownEvidence(
  figure: Figure,
  evidence: Row[],
  options: Options,
  { land, ownCity = null }: { land?: Canvas["land"]; ownCity?: OwnCity | null } = {},
): ShownFigure {
  const { id, key, sources, caveat, width, sortable, unflagged, placesListed } = figure;
  const { rows, own } = joinOwn(figure, evidence, options, ownCity);
  const more = { ...(land && { land }), ...(own && { barNames: own.barNames }) };
  return {
    id,
    columns: withRound(figure.columns, rows),
    key,
    sources,
    caveat: figure.caveatOf?.(rows) ?? caveat,
    width,
    sortable,
    unflagged,
    placesListed,
    rows,
    options,
    own,
    title: figure.title(rows, options),
    description: described(figure.description(rows, options), rows),
    words: figure.words?.(rows, options),
    sql: figure.sql(options),
    cells: figure.cells && ((row) => (isOwnRow(row) ? {} : figure.cells!(row))),
    sourcesOf: figure.sourcesOf?.bind(figure),
    draw: figure.draw && ((canvas) => figure.draw!(rows, { ...canvas, ...more }, options)),
  };
}

/** Rows of several rounds are told apart also for those who cannot see the caption beside them. */
const described = (words: string, rows: Row[]): string =>
  isOfSeveralRounds(rows) ? `${words} ${countedSentence(rows)}` : words;

/**
 * The frame of a query's figure, with what the page's script needs of it.
 * @param options choices that differ from those at first view
 */
export function evidenceFigure(
  figure: Figure,
  rows: Row[],
  context: FrameContext,
  options: Options = {},
): HTMLElement {
  const shown = shownEvidence(figure, rows, { ...figure.options, ...options });
  return figureFrame(shown, context, {
    attributes: {
      "data-figure": figure.id,
      "data-sortable": figure.sortable ?? false,
      "data-version": context.version,
      "data-fixed":
        figure.options !== undefined && figure.choices === undefined && figure.given !== undefined,
      "data-first": firstView(figure, options),
      "data-options": figure.given ? JSON.stringify(givenOptions(figure, options)) : null,
      "data-offers": figure.offers?.write() ?? null,
      "data-sources": JSON.stringify(
        Object.fromEntries(
          // Other choices may have other sources than the first view.
          [
            ...sourcesBehind(shown),
            ...(figure.offers ? [...figure.sources, ...(figure.offers.sources?.() ?? [])] : []),
          ].map(({ source_id }) => [
            source_id,
            [context.sourceName(source_id), context.sourceCitation(source_id)],
          ]),
        ),
      ),
      "data-discrepancies": carriedDiscrepancies(shown, context),
      "data-places": context.places ? JSON.stringify(context.places) : null,
    },
    places: {
      choices: figure.choices?.some((choice) => !choice.shared),
      steps: figure.steps !== undefined,
    },
  });
}

/** The options that the page gives, out of all. */
export function givenOptions(figure: Pick<Figure, "given">, options: Options): Options {
  return Object.fromEntries(
    (figure.given ?? []).flatMap((name) => (name in options ? [[name, options[name]!]] : [])),
  );
}

/** The values at first view that the page gives in the place of the figure's own; null where it gives none. */
function firstView({ options: own = {} }: Pick<Figure, "options">, options: Options): string | null {
  const first = Object.entries(options).filter(([name, value]) => name in own && own[name] !== value);
  return first.length ? JSON.stringify(Object.fromEntries(first)) : null;
}

/** Id, table, row and column of the discrepancies that touch the rows, for the page's script. */
function carriedDiscrepancies(shown: ShownFigure, context: FrameContext): string | null {
  const { on, about } = touchedBy(shown, context);
  const ids = new Set([...on, ...about]);
  if (!ids.size) return null;
  const carried = (context.discrepancies ?? []).filter((row) => ids.has(String(row.discrepancy_id)));
  return JSON.stringify(
    carried.map((row) => [row.discrepancy_id, row.table_name, row.row_key, row.column_name, row.title]),
  );
}
