import { dimensions, partnershipTypes } from "../../model/names.js";
import type { Model } from "../../model/scenario.js";
import type { LeverSlot } from "../../scenario/lever-slot.js";

/** Part of a lever's range in which the model's assumptions are least strained, and why it ends there. */
export interface SensibleRange {
  from: number;
  to: number;
  why: string;
}

/**
 * The sensible part of a lever's range, from the counts of the mapping where they can say it: nobody of the eight has
 * more than the best of them. Beyond it a lever still works; the page marks it.
 */
export function sensibleRange(slot: LeverSlot, { baseline }: Model): SensibleRange {
  const most = (counts: Float64Array, kinds: number, kind: number) =>
    Math.max(...baseline.cities.map((_, c) => counts[c * kinds + kind]!));
  switch (slot.kind) {
    case "funding":
      return {
        from: -0.5,
        to: 0.5,
        why: "Sensible from −50 % to +50 %: beyond that, neither the cost of an initiative nor who steps in would stay as assumed.",
      };
    case "initiatives": {
      const to = most(baseline.initiatives, dimensions.length, dimensions.indexOf(slot.dimension));
      return {
        from: 0,
        to,
        why: `Sensible up to ${to}: no mapped city has more ${slot.dimension} initiatives.`,
      };
    }
    case "partnerships": {
      const to = most(baseline.partnerships, partnershipTypes.length, partnershipTypes.indexOf(slot.type));
      return { from: 0, to, why: `Sensible up to ${to}: no mapped city has more of this type.` };
    }
    case "turned": {
      const shares = baseline.cities.map((_, c) => {
        const own = baseline.partnerships.subarray(c * partnershipTypes.length);
        const [mixed, third] = (["public-private", "third-public"] as const).map(
          (type) => own[partnershipTypes.indexOf(type)]!,
        );
        return mixed! + third! > 0 ? mixed! / (mixed! + third!) : 0;
      });
      const to = Math.max(...shares);
      const first = baseline.names.get(baseline.cities[shares.indexOf(to)]!);
      return {
        from: 0,
        to,
        why: `Sensible up to ${Math.round(to * 100)} %: the public–private share of ${first}'s partnerships with a public partner, the highest of the eight.`,
      };
    }
    case "practice":
      return { from: 0, to: 1, why: "" };
  }
}
