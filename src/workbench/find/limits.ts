import { element } from "../../components/element.js";
import { dimensions, type Dimension } from "../../model/names.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { Limits } from "../../model/search/limits.js";
import { cityField, type CityField } from "./city-field.js";
import { readAll, tickedField, typedField, type FormField } from "./fields.js";
import type { Workbench } from "../store.js";

/** What a plan must keep to, as parts of a form. */
export interface LimitFields {
  /** Where money may be spent: in one city, in all, or in those ticked. */
  where: CityField;
  fields: HTMLElement;
  /** Null where a field is at fault; it then says so. */
  read: () => ChosenLimits | null;
}

/** What a plan must keep to, as it was chosen. */
export interface ChosenLimits {
  /** The one city in which money may be spent, or `all`. */
  city: string;
  /** Most new initiatives of a city; undefined where it was left open. */
  most: number | undefined;
  /** Cities in which money may be spent. */
  cities: readonly string[];
  dimensions: readonly Dimension[];
}

const most = 10_000;

/** In which city, at most so many new initiatives a city, and in which dimensions. */
export function limitFields(document: Document, workbench: Workbench): LimitFields {
  const { baseline } = workbench.model;
  const where = cityField(
    document,
    workbench,
    "in",
    [
      { value: everyCity, label: "all cities" },
      { value: "chosen", label: "chosen cities" },
    ],
    everyCity,
  );
  const each = typedField(
    document,
    { before: "At most", after: "new initiatives per city (empty: no limit)", value: "", size: 4 },
    { unit: "number", minimum: 0, maximum: most, whole: true, optional: true },
  );
  const ticked = tickedField(
    document,
    "Cities that may get new initiatives",
    baseline.cities.map((value) => ({ value, label: baseline.names.get(value) ?? value })),
    "Choose at least one city",
  );
  ticked.field.hidden = true;
  where.onChange(() => (ticked.field.hidden = where.read() !== "chosen"));
  const ofDimensions = tickedField<Dimension>(
    document,
    "Dimensions",
    dimensions.map((value) => ({ value, label: value })),
    "Choose at least one dimension",
  );
  return {
    where,
    fields: element(
      document,
      "div",
      { class: "limits" },
      element(document, "p", { class: "question" }, each.field),
      ticked.field,
      ofDimensions.field,
    ),
    read() {
      const place = where.read() ?? everyCity;
      const own = place === everyCity ? [...baseline.cities] : [place];
      const cities: FormField<string[]> = place === "chosen" ? ticked : { ...ticked, read: () => own };
      const values = readAll<{ each: number | "none"; cities: string[]; kinds: Dimension[] }>({
        each,
        cities,
        kinds: ofDimensions,
      });
      if (!values) return null;
      const [first, ...others] = values.cities;
      return {
        city: first !== undefined && others.length === 0 ? first : everyCity,
        most: values.each === "none" ? undefined : values.each,
        cities: values.cities,
        dimensions: values.kinds,
      };
    },
  };
}

/** Only what is narrower than everything, so that a message names no limit that nobody set. */
export function limitsOf(
  all: readonly string[],
  { most, cities, dimensions: kinds }: Omit<ChosenLimits, "city">,
): Limits {
  const leaveOut = all.filter((city) => !cities.includes(city));
  const shut = dimensions.filter((dimension) => !kinds.includes(dimension));
  return {
    ...(most === undefined ? {} : { cities: Object.fromEntries(cities.map((city) => [city, { most }])) }),
    ...(leaveOut.length ? { leaveOut } : {}),
    ...(shut.length
      ? { dimensions: Object.fromEntries(shut.map((dimension) => [dimension, { most: 0 }])) }
      : {}),
  };
}

/** Limits that leave out every city but one; none where all are meant. */
export function limitsIn(all: readonly string[], city: string): Limits {
  return city === everyCity ? {} : { leaveOut: all.filter((other) => other !== city) };
}
