import { isFields, type Fields } from "./is-fields.js";

/** Old id → new id. An id that was given up is never given to anything else. */
export type Names = ReadonlyMap<string, string>;

/** Everything in a record that goes by an id. */
export interface Renames {
  cities: Names;
  dimensions: Names;
  partnershipTypes: Names;
  assumptions: Names;
  levers: Names;
  presets: Names;
  practices: Names;
}

/** What was renamed since the first version. Add a line here whenever an id changes, and links go on opening. */
export const renames: Renames = {
  cities: new Map(),
  dimensions: new Map(),
  partnershipTypes: new Map(),
  assumptions: new Map(),
  levers: new Map(),
  presets: new Map(),
  practices: new Map(),
};

/**
 * A record with today's ids. What is damaged stays as it is, for the check of its shape. Assumptions of a city or
 * a dimension follow its new id.
 * @param table for tests
 */
export function renamed(record: Fields, table: Renames = renames): Fields {
  if (Object.values(table).every((names: Names) => names.size === 0)) return record;
  const city = newName(table.cities);
  const dimension = newName(table.dimensions);
  const assumption = newName(assumptionNames(table));
  const practice = newName(table.practices);
  const lever = fieldsOf((old) => ({
    ...old,
    ...renamedField(old, "kind", newName(table.levers)),
    ...renamedField(old, "city", city),
    ...renamedField(old, "dimension", dimension),
    ...renamedField(old, "type", newName(table.partnershipTypes)),
    ...renamedField(old, "practice", practice),
    ...("weights" in old ? { weights: keys(old.weights, dimension) } : {}),
  }));
  const documentOf = fieldsOf((old) => ({
    ...old,
    ...("levers" in old ? { levers: each(old.levers, lever) } : {}),
    ...("overrides" in old ? { overrides: keys(old.overrides, assumption) } : {}),
    ...("target" in old ? { target: fieldsOf((d) => targetOf(d, dimension))(old.target) } : {}),
    ...("view" in old
      ? { view: fieldsOf((d) => ({ ...d, ...renamedField(d, "city", city) }))(old.view) }
      : {}),
    ...renamedField(old, "preset", newName(table.presets)),
  }));
  const adopted = fieldsOf((old) => ({
    ...old,
    ...renamedField(old, "city", city),
    ...("dimensions" in old ? { dimensions: each(old.dimensions, dimension) } : {}),
  }));
  const basisOf = fieldsOf((old) => ({
    ...old,
    ...("cities" in old ? { cities: each(old.cities, city) } : {}),
    ...("assumptions" in old ? { assumptions: keys(old.assumptions, assumption) } : {}),
    ...("practices" in old ? { practices: values(keys(old.practices, practice), adopted) } : {}),
  }));
  return {
    ...record,
    ...("document" in record ? { document: documentOf(record.document) } : {}),
    ...("basis" in record ? { basis: basisOf(record.basis) } : {}),
  };
}

type Renamer = (id: unknown) => unknown;

/** Follows a chain of renames to its end; a ring of them, which nobody should write, ends after its length. */
function newName(names: Names): Renamer {
  return (id) => {
    let now = id;
    for (let i = 0; i < names.size && typeof now === "string" && names.has(now); i++) now = names.get(now);
    return now;
  };
}

/** Renamed assumptions, and those that carry the id of a renamed city or dimension in their own. */
function assumptionNames(table: Renames): Names {
  const cities = [...table.cities].map(
    ([from, to]) => [`public-share-${from}`, `public-share-${to}`] as const,
  );
  const ofDimensions = [...table.dimensions].flatMap(([from, to]) =>
    ["cost", "weight"].map((what) => [`${what}-${from}`, `${what}-${to}`] as const),
  );
  return new Map([...cities, ...ofDimensions, ...table.assumptions]);
}

function targetOf(target: Fields, dimension: Renamer): Fields {
  return "initiatives" in target ? { ...target, initiatives: keys(target.initiatives, dimension) } : target;
}

function renamedField(fields: Fields, name: string, rename: Renamer): Fields {
  return Object.hasOwn(fields, name) ? { [name]: rename(fields[name]) } : {};
}

const fieldsOf = (change: (old: Fields) => Fields) => (value: unknown) =>
  isFields(value) ? change(value) : value;

const each = (value: unknown, change: (d: unknown) => unknown) =>
  Array.isArray(value) ? value.map(change) : value;

const values = (value: unknown, change: (d: unknown) => unknown) =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, change(field)]))
    : value;

/** Fields under new names; where a record has both, the new one is kept. */
function keys(value: unknown, rename: Renamer): unknown {
  if (!isFields(value)) return value;
  const entries = Object.entries(value);
  const given = new Set(entries.map(([name]) => name));
  return Object.fromEntries(
    entries
      .map(([name, field]) => [name, String(rename(name)), field] as const)
      .filter(([name, now]) => name === now || !given.has(now))
      .map(([, now, field]) => [now, field]),
  );
}
