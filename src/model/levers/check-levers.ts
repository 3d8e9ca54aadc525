import type { Grounds } from "../grounds.js";
import { outOfRange, type Problem, type ProblemKind, type Range } from "../problem.js";
import { everyCity } from "./every-city.js";
import { shown, type LeverCheck } from "./lever-kind.js";
import { kindNamed, mostLevers, type Lever } from "./lever-kinds.js";
import { timingRanges } from "./timing.js";

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
  const name: unknown = (lever as Lever | null)?.kind;
  const fault = (kind: ProblemKind, message: string, field: string): Problem[] => [
    { kind, message, lever: index, field },
  ];
  const kind = kindNamed(name);
  if (!kind) return fault("unknown-lever", `there is no lever "${shown(name)}"`, "kind");

  const inRange = (value: unknown, allowed: Range, field: string): Problem[] => {
    const problem = outOfRange(value, allowed, field, index);
    return problem ? [problem] : [];
  };
  const amount = (value: unknown) => inRange(value, kind, kind.field);
  return [
    ...checkCity(lever.city, on, fault),
    ...inRange(lever.start ?? 0, timingRanges.start, "start"),
    ...inRange(lever.ramp ?? 0, timingRanges.ramp, "ramp"),
    ...kind.check(lever, { on, fault, inRange, amount }),
  ];
}

function checkCity(
  city: unknown,
  { baseline: { cities, names } }: Grounds,
  fault: LeverCheck["fault"],
): Problem[] {
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
