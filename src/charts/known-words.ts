import {
  colourOf,
  dimensions,
  kindNames,
  partnershipNames,
  partnershipTypes,
  sectorNames,
  sectors,
} from "../model/names.js";
import { seriesColour } from "../components/series-colours.js";

/** Values that have an order, a name and a colour everywhere, by the column that holds them. */
interface KnownValues {
  values: readonly string[];
  names: Readonly<Record<string, string>>;
  coloured: boolean;
}

const ofSectors: KnownValues = { values: sectors, names: sectorNames, coloured: true };

const knownColumns: Readonly<Record<string, KnownValues>> = {
  dimension: {
    values: dimensions,
    names: Object.fromEntries(dimensions.map((dimension) => [dimension, dimension])),
    coloured: true,
  },
  partnership_type: { values: partnershipTypes, names: partnershipNames, coloured: true },
  sector: ofSectors,
  lead_sector: ofSectors,
  kind: { values: Object.keys(kindNames), names: kindNames, coloured: false },
};

/** Names of a column's ids as readers see them; undefined where they have none. */
export function namesOf(column: string): Record<string, string> | undefined {
  return Object.hasOwn(knownColumns, column) ? { ...knownColumns[column]!.names } : undefined;
}

/** Colours of the values that a column has, in its order where it has one. */
export function coloursOf(
  column: string,
  found: readonly string[],
): { value: string; name: string; colour: string }[] {
  const known = Object.hasOwn(knownColumns, column) ? knownColumns[column]! : null;
  const values = known ? known.values.filter((value) => found.includes(value)) : [];
  const others = found.filter((value) => !values.includes(value));
  return [...values, ...others].map((value, i) => ({
    value,
    name: known?.names[value] ?? value,
    colour: known?.coloured && values.includes(value) ? colourOf(value) : seriesColour(i),
  }));
}

/** Values of a column in the order that they have everywhere; others stay as they come. */
export function inKnownOrder(column: string, found: readonly string[]): string[] {
  const known = Object.hasOwn(knownColumns, column) ? knownColumns[column]!.values : [];
  return [
    ...known.filter((value) => found.includes(value)),
    ...found.filter((value) => !known.includes(value)),
  ];
}
