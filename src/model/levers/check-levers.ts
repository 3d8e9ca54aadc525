import { givenText, type Fault } from "../fault.js";
import type { Grounds } from "../grounds.js";
import { outOfRange } from "../out-of-range.js";
import type { Range } from "../range.js";
import { ownCityId } from "../own-city.js";
import { everyCity } from "./every-city.js";
import { kindNamed, mostLevers, type Lever } from "./lever-kinds.js";
import { timingRanges } from "./timing.js";

/** Every fault of the levers. They may come from a link: nothing about their shape is taken for granted. */
export function checkLevers(levers: readonly Lever[], on: Grounds): Fault[] {
  const given: unknown = levers;
  if (!Array.isArray(given)) return [{ kind: "levers-not-listed", field: "levers" }];
  if (levers.length > mostLevers)
    return [{ kind: "too-many-levers", levers: levers.length, most: mostLevers, field: "levers" }];
  return levers.flatMap((lever, index) => checkLever(lever, index, on));
}

function checkLever(lever: Lever, index: number, on: Grounds): Fault[] {
  const name: unknown = (lever as Lever | null)?.kind;
  const fault = (found: Fault): Fault[] => [{ ...found, lever: index }];
  const kind = kindNamed(name);
  if (!kind) return fault({ kind: "unknown-lever", given: givenText(name), field: "kind" });

  const inRange = (value: unknown, allowed: Range, field: string): Fault[] => {
    const found = outOfRange(value, allowed, field, index);
    return found ? [found] : [];
  };
  const amount = (value: unknown) => inRange(value, kind, kind.field);
  return [
    ...checkCity(lever.city, on).flatMap(fault),
    ...inRange(lever.start ?? 0, timingRanges.start, "start"),
    ...inRange(lever.ramp ?? 0, timingRanges.ramp, "ramp"),
    ...kind.check(lever, { on, fault, inRange, amount }),
  ];
}

function checkCity(city: unknown, { baseline: { cities, names } }: Grounds): Fault[] {
  if (city === everyCity || cities.includes(city as string)) return [];
  const name = names.get(city as string);
  const own = names.get(ownCityId);
  if (own !== undefined && name !== undefined)
    return [{ kind: "city-of-another-scenario", city: { id: city as string, name }, own, field: "city" }];
  return name === undefined
    ? [{ kind: "unknown-city", given: givenText(city), field: "city" }]
    : [{ kind: "city-without-mapping", city: { id: city as string, name }, purpose: "lever", field: "city" }];
}
