import { formatEuro } from "../components/euro.js";
import { capital, formatAsItIs, percent } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { costWords } from "./cost-words.js";
import { countSources } from "./count-sources.js";
import { withOverrides } from "../model/assumptions.js";
import type { Measure, MeasureKind } from "../model/measure.js";
import type { Swing, Tornado } from "../model/sensitivity.js";
import { Pen } from "../components/pen.js";
import { unitWords } from "../scenario/unit-words.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";
import { index, pointsWords } from "./reading.js";
import type { ScenarioView } from "./scenario-view.js";
import { setSpots } from "./spots.js";
import { drawKey, type KeyEntry } from "../components/picture-key.js";

/** A scenario with what moves a measure of it. */
export interface TornadoView extends ScenarioView {
  tornado: Tornado;
  /** What the tornado is of. */
  measure: Measure;
  /** True where it is of the measure’s change from the baseline; default false, of what it comes to. */
  change?: boolean;
  /** Names of assumptions by id; default those of the model. */
  assumptionNames?: ReadonlyMap<string, string>;
}

/** Assumptions shown as bars; the table has them all. */
export const mostSwings = 10;

const measureNames: Record<MeasureKind, string> = {
  coverage: "coverage",
  total: "the total cost",
  public: "the public cost",
  private: "the private cost",
  inequality: "inequality",
};

/** How far each assumption moves the outcome, the widest first. */
export const tornado: ScenarioPicture<TornadoView> = {
  id: "tornado",
  unit: "the outcome with one assumption at its low and at its high value, the others at their central ones",
  title(view) {
    const [widest] = moving(view);
    const what = outcomeName(view);
    return widest
      ? `What drives ${what} most: ${lower(nameIn(view, widest.assumption))}`
      : `${capital(what)} is the same whatever the assumptions`;
  },
  description(view) {
    const show = valueWords(view);
    const bars = moving(view)
      .slice(0, mostSwings)
      .map(
        ({ assumption, atLow, atHigh }) => `${nameIn(view, assumption)}: ${show(atLow)} to ${show(atHigh)}`,
      );
    return `Bars of ${outcomeName(view)} around ${show(view.tornado.central)}, at the low and at the high value of an assumption. ${bars.join("; ")}.`;
  },
  columns: [
    { name: "assumption", title: "Assumption" },
    { name: "unit", title: "Unit" },
    { name: "low", title: "Low", asPrinted: true },
    { name: "high", title: "High", asPrinted: true },
    { name: "at_low", title: "Outcome", unit: "at low", decimals: 3 },
    { name: "at_high", title: "Outcome", unit: "at high", decimals: 3 },
    { name: "width", title: "Difference", decimals: 3 },
  ],
  rows(view) {
    const changed = withOverrides(view.model.assumptions, view.document.overrides);
    const used = new Map((changed.ok ? changed.value : view.model.assumptions).map((row) => [row.id, row]));
    return view.tornado.swings.map(({ assumption, atLow, atHigh }): Row => ({
      assumption_id: assumption,
      assumption: nameIn(view, assumption),
      unit: unitWords(used.get(assumption)?.unit ?? "") || null,
      low: used.get(assumption)?.low ?? null,
      high: used.get(assumption)?.high ?? null,
      at_low: atLow,
      at_high: atHigh,
      width: Math.abs(atHigh - atLow),
    }));
  },
  draw: drawTornado,
  words(view) {
    const still = view.tornado.swings.length - moving(view).length;
    const more = moving(view).length - mostSwings;
    return [
      ...(more > 0 ? [`${more} more move it less; the table has them.`] : []),
      ...(still > 0 ? [`${still} assumptions do not move it at all.`] : []),
    ];
  },
  sources: (view) => [
    ...countSources(view.model, ["initiatives"], { city: view.document.view.city }),
    { source_id: "arrivals", locator: "Table assumptions" },
  ],
  caveat: (view) =>
    [
      "One assumption at a time: together they may move it further.",
      ...(isMoney(view.measure.kind) ? [costWords(view)] : []),
    ].join(" "),
};

function moving({ tornado }: TornadoView): Swing[] {
  const size = Math.max(1e-12, Math.abs(tornado.central) * 1e-9);
  return tornado.swings.filter(({ atLow, atHigh }) => Math.abs(atHigh - atLow) > size);
}

function nameIn({ assumptionNames, model }: TornadoView, id: string): string {
  return assumptionNames?.get(id) ?? model.assumptions.find((assumption) => assumption.id === id)?.name ?? id;
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const isMoney = (kind: MeasureKind) => kind === "total" || kind === "public" || kind === "private";

/** "coverage", or "the change of coverage". */
const outcomeName = ({ measure: { kind }, change }: TornadoView): string =>
  change ? `the change of ${measureNames[kind]}` : measureNames[kind];

/** A value of the outcome in words; a change has its sign. */
function valueWords({ measure: { kind }, change }: TornadoView): (value: number) => string {
  if (kind === "coverage") return change ? pointsWords : (value) => percent(value, 1);
  const show = kind === "inequality" ? (value: number) => index(value, 3) : formatEuro;
  if (!change) return show;
  return (value) => {
    const words = show(value);
    return value > 0 && /[1-9]/.test(words) ? `+${words}` : words;
  };
}

const lowAndHigh: KeyEntry[] = [
  { glyph: { kind: "outline", colour: "var(--mark)" }, words: "at low" },
  { glyph: { kind: "bar", colour: "var(--mark)" }, words: "at high" },
];

function drawTornado(rows: Row[], canvas: ScenarioCanvas, view: TornadoView): Element {
  const { width } = canvas;
  const shown = rows.filter((row) => (number(row, "width") ?? 0) > 0).slice(0, mostSwings);
  const show = valueWords(view);
  const { central } = view.tornado;
  const [rowHeight, marginTop] = [42, 42];
  const height = marginTop + Math.max(1, shown.length) * rowHeight + 4;
  const ends = shown.flatMap((row) => [number(row, "at_low") ?? central, number(row, "at_high") ?? central]);
  const [low, high] = [Math.min(central, ...ends), Math.max(central, ...ends)];
  const room = view.measure.kind === "coverage" || view.measure.kind === "inequality" ? 52 : 98;
  const x = (value: number) =>
    high > low ? room + ((width - 2 * room) * (value - low)) / (high - low) : width / 2;
  const pen = Pen.begin(canvas, width, height);
  const soft = pen.group({ fill: "var(--soft)" });
  const halo = { stroke: "var(--ground)", "stroke-width": 3, "paint-order": "stroke" };
  pen.line(x(central), 36, x(central), height - 4, { stroke: "var(--soft)" });
  const anchor = x(central) < 60 ? "start" : x(central) > width - 60 ? "end" : "middle";
  const unit = view.measure.kind === "coverage" ? " points" : "";
  const centre = view.change ? `change ${show(central)}${unit}` : show(central);
  soft.text(x(central), 27, centre, { "text-anchor": anchor });
  const spots = shown.map((row, i) => {
    const y = marginTop + i * rowHeight + 26;
    const [atLow, atHigh] = [number(row, "at_low")!, number(row, "at_high")!];
    // Low is hollow and high is full, so that they are told apart without their colour.
    const bar = { stroke: "var(--mark)", "stroke-width": 1.5 };
    pen.rect(x(central), y - 6, x(atLow), y + 6, { fill: "var(--ground)", ...bar });
    pen.rect(x(central), y - 6, x(atHigh), y + 6, { fill: "var(--mark)", ...bar });
    pen.text(0, y - 17, text(row, "assumption"), { "data-assumption": text(row, "assumption_id"), ...halo });
    const label = (value: number, words: string, other: number) => {
      const left = value < other;
      soft.text(x(value) + (left ? -6 : 6), y, words, { "text-anchor": left ? "end" : "start" });
    };
    label(atLow, show(atLow), atHigh);
    label(atHigh, show(atHigh), atLow);
    const values = (name: string) => formatAsItIs(number(row, name) ?? 0, 3);
    return {
      x: (x(atLow) + x(atHigh)) / 2,
      y,
      words: () =>
        `${text(row, "assumption")}\nlow, ${values("low")}: ${show(atLow)}\nhigh, ${values("high")}: ${show(atHigh)}`,
    };
  });
  drawKey(pen, lowAndHigh, { x: 0, y: -1, width });
  const picture = pen.finish();
  setSpots(picture, spots);
  return picture;
}
