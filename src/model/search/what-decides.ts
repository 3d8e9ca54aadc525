import type { Assumption } from "../assumptions.js";
import { isChance } from "../chances.js";
import { chanceShows, madeUpOrders } from "../made-up.js";
import { fitByRank, orderBy, polynomialsOver } from "../rank-fit.js";
import { partialInformation, perfectInformation, shortlist, type Levels } from "../value-of-information.js";
import { turningPoints, type Overturning } from "./turning-points.js";

/** Plans among which knowing one assumption would choose. */
const shortlisted = 10;

/** What it would bring to know one assumption before choosing. */
export interface Finding {
  assumption: string;
  /** EVPPI, in coverage. */
  coverage: number;
  /** Whether that is more than chance shows. */
  told: boolean;
}

/** Which assumptions the choice hangs on. */
export interface WhatDecides {
  /** By assumption that varies, in the order of the parameters; none where there is no other plan. */
  overturning: Overturning[];
  information: {
    /** EVPI, in coverage: what it would bring to know all of them. */
    everything: number;
    /** The most worth first; equal ones by id. */
    findings: Finding[];
    /** EVPPI that an assumption which moves nothing shows, at most, 19 times in 20. */
    chance: number;
  };
}

/**
 * What would overturn a choice, and what is worth finding out.
 * @param drawn the draws of each assumption
 * @param levels what each plan brings in each draw; the first is the plan asked about
 * @param acts whether an assumption, by its place, moves what the plans bring or cost; what moves neither is not told of
 * @param rival place of the plan it is compared with; undefined where there is none
 */
export function whatDecides(
  assumptions: readonly Assumption[],
  drawn: readonly Float64Array[],
  levels: Levels,
  rival: number | undefined,
  seed: number,
  acts: (p: number) => boolean = () => true,
): WhatDecides {
  const n = levels[0]!.length;
  const varied = assumptions.flatMap((assumption, p) =>
    !isChance(assumption) && acts(p) && drawn[p]!.some((value) => value !== drawn[p]![0])
      ? [{ assumption, p }]
      : [],
  );
  const orders = varied.map(({ p }) => orderBy(drawn[p]!));
  const polynomials = polynomialsOver(n);
  const byChance = madeUpOrders(n, seed);

  const short = shortlist(levels, shortlisted).map((place) => levels[place]!);
  const everything = perfectInformation(levels);
  const most = Math.min(everything, perfectInformation(short));
  const worth = (order: readonly number[]) => partialInformation(short, order, most, polynomials);
  const chance = chanceShows(byChance.map(worth), varied.length);
  const findings = varied.map(({ assumption }, i): Finding => {
    const coverage = worth(orders[i]!);
    return { assumption: assumption.id, coverage, told: coverage > chance };
  });
  findings.sort((a, b) => b.coverage - a.coverage || (a.assumption < b.assumption ? -1 : 1));

  const information = { everything, findings, chance };
  if (rival === undefined) return { overturning: [], information };
  const lead = levels[0]!.map((level, i) => level - levels[rival]![i]!);
  return {
    information,
    overturning: turningPoints(
      lead,
      varied.map(({ assumption }) => assumption),
      varied.map(({ p }) => drawn[p]!),
      orders,
      chanceShows(
        byChance.map((order) => fitByRank(lead, order, polynomials).explained),
        varied.length,
      ),
    ),
  };
}
