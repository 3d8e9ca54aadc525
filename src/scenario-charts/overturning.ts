import { text, type Row } from "../components/figure.js";
import { percent } from "../components/format.js";
import { Pen } from "../components/pen.js";
import { drawKey, placeKey, type KeyEntry } from "../components/picture-key.js";
import { wordWidth } from "../components/word-width.js";
import type { Overturning } from "../model/search/turning-points.js";
import { costWords } from "./cost-words.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";
import { setSpots } from "./spots.js";
import { leadWords, rivalWords, shareOfLead, valueWords } from "./tested-reading.js";
import { testedSources, type TestedView } from "./tested-view.js";

/** Assumptions shown as bars; the table has them all. */
export const mostDeciding = 12;

/**
 * What would overturn the choice: of each assumption that tells, where along its range the plan does better than its
 * rival and where the rival takes over.
 * @param id tells it from the same picture elsewhere on the page
 */
export const overturningPicture = (id: string): ScenarioPicture<TestedView> => ({
  id,
  unit: "range of each assumption over the draws, from its lowest to its highest, all others as they are drawn",
  title(view) {
    const rival = rivalWords(view.choice);
    const [first] = toldIn(view);
    if (!first) return `No assumption by itself decides between this plan and ${rival}`;
    const name = nameIn(view, first.assumption);
    const assumption = view.assumptions.get(first.assumption);
    return shareOfLead(first, "ahead") > 0
      ? `This plan does better than ${rival} where “${name}” is ${leadWords(first, "ahead", assumption, false)}`
      : `This plan does as well as ${rival}, except where “${name}” is ${leadWords(first, "behind", assumption, false)}`;
  },
  description(view) {
    const rival = rivalWords(view.choice);
    const bars = toldIn(view)
      .slice(0, mostDeciding)
      .map(
        (one) =>
          `${nameIn(view, one.assumption)}: ${leadWords(one, "ahead", view.assumptions.get(one.assumption))}; the other does better ${leadWords(one, "behind", view.assumptions.get(one.assumption))}`,
      );
    return `Bars of the range of each assumption, with where this plan does better than ${rival}. ${bars.join(". ")}.`;
  },
  columns: [
    { name: "assumption", title: "Assumption" },
    { name: "ahead", title: "This plan does better" },
    { name: "behind", title: "The other does better" },
    { name: "draws_ahead", title: "Draws where this plan does", unit: "of 100", decimals: 0, missing: "–" },
    {
      name: "explained",
      title: "Goes with it",
      unit: "of the difference",
      show: (share) => percent(share),
      bareUnit: "0 to 1",
    },
    { name: "told", title: "More than chance shows" },
  ],
  rows: (view) =>
    byExplained(view.choice.decides.overturning).map((one): Row => ({
      assumption_id: one.assumption,
      assumption: nameIn(view, one.assumption),
      ahead: one.told ? leadWords(one, "ahead", view.assumptions.get(one.assumption)) : "cannot be told",
      behind: one.told ? leadWords(one, "behind", view.assumptions.get(one.assumption)) : "cannot be told",
      draws_ahead: one.told ? shareOfLead(one, "ahead") * 100 : null,
      explained: one.explained,
      told: one.told,
      ...view.asked,
    })),
  draw: drawOverturning,
  words(view) {
    const more = toldIn(view).length - mostDeciding;
    return more > 0 ? [`${more} more tell less; the table has them.`] : [];
  },
  sources: testedSources,
  caveat: (view) =>
    `A smooth curve through draws that scatter: where it turns is known roughly. ${costWords(view)}`,
});

const byExplained = (all: readonly Overturning[]): Overturning[] =>
  all.toSorted((a, b) => Number(b.told) - Number(a.told) || b.explained - a.explained);

/** Assumptions that make a difference which chance could not make. */
const toldIn = ({ choice }: TestedView): Overturning[] =>
  byExplained(choice.decides.overturning).filter(({ told }) => told);

const nameIn = ({ assumptions }: TestedView, id: string): string => assumptions.get(id)?.name ?? id;

const [rowHeight, barHeight] = [54, 14];
const fills = { ahead: "var(--mark)", behind: "var(--ground)", level: "var(--line)" };

function drawOverturning(rows: Row[], canvas: ScenarioCanvas, view: TestedView): Element {
  const { width } = canvas;
  const key: KeyEntry[] = [
    { glyph: { kind: "bar", colour: "var(--mark)" }, words: "this plan does better" },
    { glyph: { kind: "outline", colour: "var(--mark)" }, words: `${rivalWords(view.choice)} does` },
    { glyph: { kind: "bar", colour: "var(--line)" }, words: "both do as well" },
  ];
  const shown = toldIn(view).slice(0, mostDeciding);
  const top = placeKey(key, width).height + 8;
  const height = top + shown.length * rowHeight + 12;
  const right = width - 1;
  const x = (share: number) => 1 + (right - 1) * share;
  const pen = Pen.begin(canvas, width, height);
  const soft = pen.group({ fill: "var(--soft)" });
  drawKey(pen, key, { x: 0, y: -1, width });
  const spots = shown.map((one, i) => {
    const assumption = view.assumptions.get(one.assumption);
    const row = rows.find((row) => row.assumption_id === one.assumption)!;
    const middle = top + i * rowHeight + 26;
    pen.text(0, middle - 18, text(row, "assumption"));
    for (const { from, to, lead } of one.stretches)
      pen.rect(x(from), middle - barHeight / 2, x(to), middle + barHeight / 2, {
        fill: fills[lead],
        stroke: "var(--mark)",
        "stroke-width": 1.5,
      });
    let taken = -Infinity;
    for (const { low, from: share } of one.stretches) {
      if (low === null) continue;
      const words = valueWords(low, assumption);
      const half = wordWidth(words) / 2;
      // Within the picture; of two that would touch, the first stands and the table has the other.
      const at = Math.max(half, Math.min(width - half, x(share)));
      if (at - half < taken + 8) continue;
      soft.text(at, middle + 17, words, { "text-anchor": "middle" });
      taken = at + half;
    }
    return {
      x: width / 2,
      y: middle,
      words: () =>
        `${text(row, "assumption")}\nthis plan does better ${text(row, "ahead")}\nthe other ${text(row, "behind")}`,
    };
  });
  soft.text(0, height - 8, "lowest");
  soft.text(width, height - 8, "highest", { "text-anchor": "end" });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}
