import { ticks } from "d3-array";
import type { Column, Row } from "../components/figure.js";
import { formatAsItIs, formatNumber } from "../components/format.js";
import { Pen } from "../components/pen.js";
import { drawKey, placeKey, type KeyEntry } from "../components/picture-key.js";
import type { PlanRole, TestedPlan } from "../model/search/robust-choice.js";
import { costWords } from "./cost-words.js";
import type { ScenarioCanvas, ScenarioPicture } from "./picture.js";
import { roundUp } from "./scale.js";
import { setSpots, type Spot } from "./spots.js";
import { askedIn, ofHundredWords, pointsNumber, pointsOf, roleWords, shortBy } from "./tested-reading.js";
import { testedSources, type TestedView } from "./tested-view.js";

/** Roles in the order of the table's columns. */
const roles: readonly PlanRole[] = ["asked", "often", "steady"];

/**
 * What each compared plan loses against the best plan of a draw: one curve a plan, over the draws sorted by it. How
 * long it stays at the top is how often no plan does better; how deep it falls is how far off it is elsewhere.
 * @param id tells it from the same picture elsewhere on the page
 */
export const regretPicture = (id: string): ScenarioPicture<TestedView> => ({
  id,
  unit: "points of coverage that a plan brings less than the best plan of the draw, its regret",
  title({ choice }) {
    const { best, p90 } = askedIn(choice).regret;
    const { draws } = choice;
    if (best === draws) return `In none of ${formatNumber(draws)} draws does a plan do better than this one`;
    const often = `In ${ofHundredWords(best, draws)} draws no plan does better than this one`;
    return p90 > 1e-7
      ? `${often}; in 90 of 100 it falls short ${shortBy(p90)}`
      : `${often}; at worst it falls short by ${pointsOf(worst(askedIn(choice)))}`;
  },
  description({ choice, level }) {
    const { draws, plans } = choice;
    const curves = plans.map((plan) => {
      const [middle, high] = [plan.percentiles[50]!, plan.percentiles[90]!];
      return `${roleWords(plan)}: nothing in ${ofHundredWords(plan.regret.best, draws)} draws, ${pointsOf(middle)} in the middle one, ${pointsOf(high)} at the 90th percentile, ${pointsOf(worst(plan))} at most`;
    });
    return `Curves of how much less ${level} each plan brings than the best plan of the draw, over ${formatNumber(draws)} draws sorted by it. ${curves.join(". ")}.`;
  },
  columns: [
    { name: "draws_of_100", title: "Draws", unit: "of 100, those of least regret" },
    regretColumn("asked", "This plan"),
    regretColumn("often", "Found most often"),
    regretColumn("steady", "Least regret"),
  ],
  rows: ({ choice, asked }) =>
    Array.from({ length: 101 }, (_, p): Row => ({
      draws_of_100: p,
      ...Object.fromEntries(
        roles.map((role) => [
          role,
          choice.plans.find((plan) => plan.roles.includes(role))!.percentiles[p]! * 100,
        ]),
      ),
      ...asked,
    })),
  draw: drawRegret,
  sources: testedSources,
  caveat: (view) =>
    `Each plan has its draws sorted by its own regret, so that the same place is another draw for each. ${costWords(view)}`,
});

function regretColumn(name: PlanRole, title: string): Column {
  return { name, title, unit: "regret at most, points", decimals: 2 };
}

const worst = ({ percentiles }: TestedPlan): number => percentiles[100]!;

/** How a plan's curve is drawn: the plan that was asked about stands out, and no two are told apart by colour alone. */
function lineOf({ roles }: TestedPlan): { colour: string; width: number; dash?: string } {
  if (roles.includes("asked")) return { colour: "var(--mark)", width: 2.5 };
  return roles.includes("steady")
    ? { colour: "var(--ink)", width: 1.5, dash: "7 3" }
    : { colour: "var(--soft)", width: 1.5, dash: "2 3" };
}

function drawRegret(_: Row[], canvas: ScenarioCanvas, { choice }: TestedView): Element {
  const { width } = canvas;
  const { plans, draws } = choice;
  const key: KeyEntry[] = plans.map((plan) => {
    const { colour, dash } = lineOf(plan);
    return { glyph: { kind: "line", colour, dash }, words: roleWords(plan) };
  });
  const [left, right] = [36, width - 16];
  const top = placeKey(key, width).height + 26;
  const bottom = top + (width < 500 ? 150 : 180);
  const height = bottom + 40;
  const end = roundUp(Math.max(0.1, ...plans.map(worst).map((regret) => regret * 100)));
  const x = (share: number) => left + ((right - left) * share) / 100;
  // Down: what is at the top loses nothing.
  const y = (regret: number) => top + ((bottom - top) * regret * 100) / end;
  const pen = Pen.begin(canvas, width, height);
  const soft = pen.group({ fill: "var(--soft)" });
  drawKey(pen, key, { x: 0, y: -1, width });
  const grid = pen.group({ stroke: "var(--line)" });
  for (const points of ticks(0, end, 4)) {
    const at = y(points / 100);
    grid.line(left, at, right, at, points === 0 ? { stroke: "var(--soft)" } : {});
    soft.text(left - 6, at, formatAsItIs(points, 2), { "text-anchor": "end" });
  }
  for (const share of [0, 25, 50, 75, 100])
    soft.text(x(share), bottom + 14, String(share), { "text-anchor": "middle" });
  soft.text(right, bottom + 31, "of 100 draws, the least regret first", { "text-anchor": "end" });
  const curves = pen.group({ fill: "none", "stroke-linejoin": "round" });
  // The plan that was asked about lies over the others.
  for (const plan of plans.toReversed()) {
    const { colour, width: thick, dash } = lineOf(plan);
    curves.path(
      plan.percentiles.map((regret, share) => [x(share), y(regret)]),
      { stroke: colour, "stroke-width": thick, "stroke-dasharray": dash },
    );
  }
  tellAsked(pen, askedIn(choice), draws, { x, y, bottom });
  const picture = pen.finish();
  setSpots(
    picture,
    plans.flatMap((plan) => spotsOf(plan, x, y)),
  );
  return picture;
}

/** Where the plan that was asked about leaves the top, and what it loses at the 90th percentile, in words. */
function tellAsked(
  pen: Pen,
  asked: TestedPlan,
  draws: number,
  { x, y, bottom }: { x: (share: number) => number; y: (regret: number) => number; bottom: number },
): void {
  const halo = { stroke: "var(--ground)", "stroke-width": 3, "paint-order": "stroke" };
  const { best, p90 } = asked.regret;
  const share = (best / draws) * 100;
  const late = share > 55;
  pen.line(x(share), y(0) - 6, x(share), y(0) + 6, { stroke: "var(--mark)", "stroke-width": 2 });
  pen.text(x(share) + (late ? -7 : 7), y(0) - 12, `none better in ${ofHundredWords(best, draws)}`, {
    "text-anchor": late ? "end" : "start",
  });
  if (p90 <= 1e-7) return;
  pen.dot(x(90), y(p90), 4, { fill: "var(--ground)", stroke: "var(--mark)", "stroke-width": 2 });
  // Under the curve, which comes from above.
  const line = Math.min(y(p90) + 14, bottom - 8);
  pen.text(x(90) - 9, line, `${pointsNumber(p90)} or more in 10 of 100`, { "text-anchor": "end", ...halo });
}

function spotsOf(plan: TestedPlan, x: (share: number) => number, y: (regret: number) => number): Spot[] {
  return plan.percentiles.flatMap((regret, share) =>
    share === 0 || share % 5 > 0
      ? []
      : [
          {
            x: x(share),
            y: y(regret),
            words: () => `${roleWords(plan)}\nin ${share} of 100 draws short ${shortBy(regret)}`,
          },
        ],
  );
}
