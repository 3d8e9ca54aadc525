import { element } from "../../components/element.js";
import { dimensions, type Dimension } from "../../model/names.js";
import type { Model } from "../../model/scenario.js";
import type { Limits } from "../../model/search/limits.js";
import { chosenField, readAll, tickedField, typedField, type FormField } from "./fields.js";

/** What a plan must keep to, as a part of a form. */
export interface LimitFields {
  fields: HTMLElement;
  /** Null where a field is at fault; it then says so. */
  read: () => Limits | null;
}

const most = 10_000;

/** At most so many new initiatives a city, in which cities, and in which dimensions. */
export function limitFields(document: Document, { baseline }: Model): LimitFields {
  const each = typedField(
    document,
    { before: "At most", after: "new initiatives a city (empty: no limit)", value: "", size: 4 },
    { unit: "number", minimum: 0, maximum: most, whole: true, optional: true },
  );
  const which = chosenField(
    document,
    "in",
    [
      { value: "all", label: "all cities" },
      { value: "chosen", label: "chosen cities" },
    ],
    "all",
  );
  const cities = tickedField(
    document,
    "Cities that may get new initiatives",
    baseline.cities.map((value) => ({ value, label: baseline.names.get(value) ?? value })),
    "Choose at least one city",
  );
  cities.field.hidden = true;
  which.control.addEventListener("change", () => (cities.field.hidden = which.read() === "all"));
  const ofDimensions = tickedField<Dimension>(
    document,
    "Dimensions",
    dimensions.map((value) => ({ value, label: value })),
    "Choose at least one dimension",
  );
  return {
    fields: element(
      document,
      "div",
      { class: "limits" },
      element(document, "p", { class: "question" }, each.field, " ", which.field),
      cities.field,
      ofDimensions.field,
    ),
    read() {
      const chosen: FormField<string[]> =
        which.read() === "all" ? { ...cities, read: () => [...baseline.cities] } : cities;
      const values = readAll<{ each: number | "none"; chosen: string[]; kinds: Dimension[] }>({
        each,
        chosen,
        kinds: ofDimensions,
      });
      return (
        values &&
        limitsOf(
          baseline.cities,
          values.each === "none" ? undefined : values.each,
          values.chosen,
          values.kinds,
        )
      );
    },
  };
}

/** Only what is narrower than everything, so that a message names no limit that nobody set. */
export function limitsOf(
  cities: readonly string[],
  most: number | undefined,
  chosen: readonly string[],
  kinds: readonly Dimension[],
): Limits {
  const leaveOut = cities.filter((city) => !chosen.includes(city));
  const shut = dimensions.filter((dimension) => !kinds.includes(dimension));
  return {
    ...(most === undefined ? {} : { cities: Object.fromEntries(chosen.map((city) => [city, { most }])) }),
    ...(leaveOut.length ? { leaveOut } : {}),
    ...(shut.length
      ? { dimensions: Object.fromEntries(shut.map((dimension) => [dimension, { most: 0 }])) }
      : {}),
  };
}
