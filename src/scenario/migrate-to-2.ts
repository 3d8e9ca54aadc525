import { dimensions } from "../model/names.js";
import { isFields, type Fields } from "./is-fields.js";

/**
 * A record of scenario version 1, which was made with version 1 of the model, for version 2.
 *
 * What its reader changed of an assumption goes on: with all three values, since a changed end alone might not fit
 * today's range. A changed cost is one by dimension, which is then chosen; the one discount rate becomes that of every
 * city. What cannot be read is left as it is, for the shape to refuse.
 */
export function toVersion2(record: Fields): Fields {
  const { document, basis } = record;
  if (!isFields(document) || !isFields(document.overrides)) return record;
  const { assumptions = {}, cities = [] } = isFields(basis) ? basis : {};
  const spreads = isFields(assumptions) ? assumptions : {};
  const overrides: Record<string, unknown> = {};
  for (const [id, override] of Object.entries(document.overrides)) {
    const whole = inFull(override, spreads[id]);
    if (id !== "discount-rate") overrides[id] = whole;
    else if (Array.isArray(cities))
      for (const city of cities) overrides[`discount-rate-${String(city)}`] = whole;
  }
  if (isFields(document.ownCity) && document.overrides["discount-rate"] !== undefined)
    overrides["discount-rate-own-city"] = inFull(
      document.overrides["discount-rate"],
      spreads["discount-rate"],
    );
  const byDimension = dimensions.some((dimension) => Object.hasOwn(overrides, `cost-${dimension}`));
  return {
    ...record,
    document: { ...document, overrides, ...(byDimension ? { costing: "by-dimension" } : {}) },
  };
}

/** Low, central and high as version 1 drew them: a central value beyond the range stretched it to itself. */
function inFull(override: unknown, spread: unknown): unknown {
  if (!isFields(override) || !Array.isArray(spread)) return override;
  const [low, middle, high, distribution] = spread as unknown[];
  const central = override.central ?? middle;
  if (![low, central, high].every((value) => typeof value === "number")) return override;
  const stretched = distribution !== "fixed";
  return {
    low: override.low ?? (stretched ? Math.min(low as number, central as number) : central),
    central,
    high: override.high ?? (stretched ? Math.max(high as number, central as number) : central),
  };
}
