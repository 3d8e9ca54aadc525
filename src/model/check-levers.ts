import { dimensions, partnershipTypes } from "./names.js";
import {
  everyCity,
  leverKinds,
  mostLevers,
  spendingWeightRange,
  timingRanges,
  type Lever,
} from "./levers.js";
import { outOfRange, type Problem, type ProblemKind, type Range } from "./problem.js";
import type { Grounds } from "./situation.js";

/** Every problem of the levers. They may come from a link: nothing about their shape is taken for granted. */
export function checkLevers(levers: readonly Lever[], on: Grounds): Problem[] {
  const given: unknown = levers;
  if (!Array.isArray(given))
    return [{ kind: "unknown-lever", message: "the levers of a scenario must be a list", field: "levers" }];
  if (levers.length > mostLevers) {
    const message = `a scenario has at most ${mostLevers} levers, not ${levers.length}`;
    return [{ kind: "too-many-levers", message, field: "levers" }];
  }
  return levers.flatMap((lever, index) => checkLever(lever, index, on));
}

function checkLever(lever: Lever, index: number, on: Grounds): Problem[] {
  const kind: unknown = (lever as Lever | null)?.kind;
  const fault = (kind: ProblemKind, message: string, field: string): Problem[] => [
    { kind, message, lever: index, field },
  ];
  if (typeof kind !== "string" || !Object.hasOwn(leverKinds, kind))
    return fault("unknown-lever", `there is no lever "${shown(kind)}"`, "kind");

  const range = leverKinds[lever.kind];
  return [
    ...checkPlace(lever.city, on, fault),
    ...inRange(lever.start ?? 0, timingRanges.start, "start"),
    ...inRange(lever.ramp ?? 0, timingRanges.ramp, "ramp"),
    ...checkAmount(),
  ];

  function checkAmount(): Problem[] {
    switch (lever.kind) {
      case "practice":
        return on.practices.has(lever.practice)
          ? []
          : fault("unknown-practice", `there is no practice "${shown(lever.practice)}"`, "practice");
      case "funding":
        return [...amount(lever.change), ...checkSpending(lever, index)];
      case "initiatives":
        return dimensions.includes(lever.dimension)
          ? amount(lever.initiatives)
          : fault("unknown-dimension", `there is no dimension "${shown(lever.dimension)}"`, "dimension");
      case "partnerships":
        return partnershipTypes.includes(lever.type)
          ? amount(lever.partnerships)
          : fault(
              "unknown-partnership-type",
              `there is no type of partnership "${shown(lever.type)}"`,
              "type",
            );
      case "turned":
        return amount(lever.share);
    }
  }

  function amount(value: unknown): Problem[] {
    return inRange(value, range, range.field);
  }

  function inRange(value: unknown, allowed: Range, field: string): Problem[] {
    const problem = outOfRange(value, allowed, field, index);
    return problem ? [problem] : [];
  }
}

type Fault = (kind: ProblemKind, message: string, field: string) => Problem[];

function checkPlace(city: unknown, { baseline: { cities, names } }: Grounds, fault: Fault): Problem[] {
  if (city === everyCity || cities.includes(city as string)) return [];
  const name = names.get(city as string);
  return name === undefined
    ? fault("unknown-city", `there is no city "${shown(city)}"`, "city")
    : fault(
        "city-without-mapping",
        `${name} cannot be simulated: its initiatives and partnerships were not mapped`,
        "city",
      );
}

function checkSpending(lever: Extract<Lever, { kind: "funding" }>, index: number): Problem[] {
  const spend: unknown = lever.spend ?? "proportional";
  if (spend === "proportional" || spend === "gap-first") return [];
  if (lever.spend !== "weights")
    return [
      {
        kind: "unknown-lever",
        message: `funding cannot be spent "${shown(spend)}"`,
        lever: index,
        field: "spend",
      },
    ];
  const weights = dimensions.map((dimension) => lever.weights?.[dimension] ?? 0);
  const problems = weights.flatMap(
    (weight) => outOfRange(weight, spendingWeightRange, "weights", index) ?? [],
  );
  if (problems.length > 0 || weights.some((weight) => weight > 0)) return problems;
  return [
    {
      kind: "no-weights",
      message: "at least one dimension must have a weight above 0",
      lever: index,
      field: "weights",
    },
  ];
}

/** A value for a message: short, whatever it is. */
function shown(value: unknown): string {
  return (typeof value === "string" ? value : typeof value).slice(0, 60);
}
