import { euroFigures, formatEuro } from "../components/euro.js";
import { number, text, type Row } from "../components/figure.js";
import { formatNumber } from "../components/format.js";
import { Pen } from "../components/pen.js";
import { drawKey, placeKey, type KeyEntry } from "../components/picture-key.js";
import type { Finding } from "../model/search/what-decides.js";
import { costWords } from "./cost-words.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";
import { setSpots } from "./spots.js";
import { askedIn, finePoints, pointsOf, steadyIn, toFigures } from "./tested-reading.js";
import { testedSources, type TestedView } from "./tested-view.js";

/** Assumptions shown as bars; the table has them all. */
export const mostFindings = 12;
/** What is worth less than this part of knowing everything has no bar: nobody would see it. */
const leastPart = 0.01;

/** What the row of all that is drawn is called: assumptions, and what the mapping missed where counts are uncertain. */
export const everythingAtOnce = "Everything at once";

/**
 * What it is worth to know assumptions before choosing: all at once, and each by itself where that is more than chance
 * shows, the most worth first.
 * @param id tells it from the same picture elsewhere on the page
 */
export const worthOfKnowing = (id: string): ScenarioPicture<TestedView> => ({
  id,
  unit: "points of coverage gained on average by knowing before choosing, and what as much coverage costs, EUR a year",
  title(view) {
    const { everything } = view.choice.decides.information;
    if (everything <= 1e-9) return "Nothing is worth finding out: no draw has a better plan";
    const [first] = toldIn(view);
    const all = worthWords(view, everything, 2);
    return first
      ? `To know “${nameIn(view, first.assumption)}” beforehand is worth ${worthWords(view, first.coverage, 1)}; to know everything, ${all}`
      : `To know everything beforehand is worth ${all}; no assumption is worth more than chance shows by itself`;
  },
  description(view) {
    const { everything } = view.choice.decides.information;
    const bars = barsIn(view).map(
      (one) => `${nameIn(view, one.assumption)}: ${bothWords(view, one.coverage, 1)}`,
    );
    return `Bars of what it is worth to know before choosing. ${[`${everythingAtOnce}: ${bothWords(view, everything, 2)}`, ...bars].join("; ")}.`;
  },
  columns: [
    { name: "known", title: "Known beforehand" },
    {
      name: "points",
      title: "Coverage gained",
      unit: "points, on average",
      show: (points) => finePoints(points / 100),
    },
    {
      name: "worth_eur",
      title: "Worth",
      unit: "EUR a year",
      show: euroFigures,
      missing: "no money buys more",
      bareUnit: "in full",
    },
    { name: "told", title: "More than chance shows", missing: "–" },
  ],
  rows(view) {
    const { everything, findings } = view.choice.decides.information;
    const row = (assumption: string | null, coverage: number, told: boolean | null): Row => ({
      assumption_id: assumption,
      known: assumption === null ? everythingAtOnce : nameIn(view, assumption),
      points: coverage * 100,
      worth_eur: view.choice.price === null ? null : Math.round(coverage * view.choice.price),
      told,
      ...view.asked,
    });
    return [
      row(null, everything, null),
      ...findings.map(({ assumption, coverage, told }) => row(assumption, coverage, told)),
    ];
  },
  draw: drawWorth,
  words: (view) => [...switchWords(view), ...moreWords(view)],
  sources: testedSources,
  caveat: (view) =>
    `Money is what as much coverage costs beside this plan, at central assumptions. ${costWords(view)}`,
});

/** Findings that chance could not have made. */
const toldIn = ({ choice }: TestedView): Finding[] =>
  choice.decides.information.findings.filter(({ told }) => told);

/** Those that are drawn. */
function barsIn(view: TestedView): Finding[] {
  const least = leastPart * view.choice.decides.information.everything;
  return toldIn(view)
    .filter(({ coverage }) => coverage >= least)
    .slice(0, mostFindings);
}

/** What is told and has no bar. */
function moreWords(view: TestedView): string[] {
  const more = toldIn(view).length - barsIn(view).length;
  if (more === 0) return [];
  return [
    more === 1
      ? "One more assumption is worth less; the table has it."
      : `${formatNumber(more)} more assumptions are worth less; the table has them.`,
  ];
}

const nameIn = ({ assumptions }: TestedView, id: string): string => assumptions.get(id)?.name ?? id;

/** "about €20,000 a year"; in points where coverage has no price. */
function worthWords({ choice: { price } }: TestedView, coverage: number, figures: number): string {
  return price === null
    ? `${finePoints(toFigures(coverage, figures))} points of coverage`
    : `about ${formatEuro(toFigures(coverage * price, figures))} a year`;
}

/** "0.06 points, about €20,000 a year". */
function bothWords(view: TestedView, coverage: number, figures: number): string {
  const points = `${finePoints(toFigures(coverage, figures))} points`;
  return view.choice.price === null ? points : `${points}, ${worthWords(view, coverage, figures)}`;
}

/** What can be had without knowing more: knowing comes on top of the plan of least regret. */
function switchWords(view: TestedView): string[] {
  const { choice } = view;
  const gain = askedIn(choice).regret.mean - steadyIn(choice).regret.mean;
  if (gain < 0.0005) return [];
  const worth = choice.price === null ? "" : `, ${worthWords(view, gain, 2)}`;
  return [
    `Without finding anything out, the plan of least regret brings ${pointsOf(gain)} more on average than this plan${worth}. What knowing brings comes on top of that.`,
  ];
}

const barHeight = 12;
const bars: KeyEntry[] = [
  { glyph: { kind: "outline", colour: "var(--mark)" }, words: "everything known" },
  { glyph: { kind: "bar", colour: "var(--mark)" }, words: "one assumption known" },
];

function drawWorth(rows: Row[], canvas: ScenarioCanvas, view: TestedView): Element {
  const { width } = canvas;
  const { price } = view.choice;
  const [all, ...each] = rows;
  const drawn = new Set(barsIn(view).map(({ assumption }) => assumption));
  const shown = [all!, ...each.filter((row) => drawn.has(text(row, "assumption_id")))];
  const rowHeight = 42;
  const top = placeKey(bars, width).height + 8;
  const height = top + shown.length * rowHeight;
  const most = Math.max(1e-9, number(all!, "points") ?? 0);
  // Words behind the longest bar have their room.
  const right = width - 150;
  const x = (points: number) => (right * points) / most;
  const pen = Pen.begin(canvas, width, height);
  const soft = pen.group({ fill: "var(--soft)" });
  drawKey(pen, bars, { x: 0, y: -1, width });
  pen.line(0, top, 0, height - 4, { stroke: "var(--soft)" });
  const spots = shown.map((row, i) => {
    const middle = top + i * rowHeight + 26;
    const figures = row === all ? 2 : 1;
    const points = number(row, "points") ?? 0;
    const words = labelOf(row, price, figures);
    pen.text(4, middle - 17, text(row, "known"));
    pen.rect(0, middle - barHeight / 2, x(points), middle + barHeight / 2, {
      fill: row === all ? "var(--ground)" : "var(--mark)",
      stroke: "var(--mark)",
      "stroke-width": 1.5,
    });
    soft.text(x(points) + 7, middle, words);
    return { x: x(points), y: middle, words: () => `${text(row, "known")}\n${words}` };
  });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}

/** "€20,000 · 0.06 points", as a bar has it. */
function labelOf(row: Row, price: number | null, figures: number): string {
  const coverage = (number(row, "points") ?? 0) / 100;
  const points = `${finePoints(toFigures(coverage, figures))} points`;
  return price === null ? points : `${formatEuro(toFigures(coverage * price, figures))} · ${points}`;
}
