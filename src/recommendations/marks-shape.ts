import * as v from "valibot";
import { shownText, type ToldFault } from "../components/told-fault.js";
import { longestNote, states, type Mark, type Marks } from "./marks.js";
import { longestName, tidyPlaceName } from "./place.js";

// Each message goes on where the value has been named: "“done” is no state: write …".

const noId = "is no id: write one of the table recommendations";
const noState = `is no state: write ${states.join(", ")}, or leave it out`;
const noNote = `is no note: write text of at most ${longestNote} letters`;
const noCity =
  "is no city of the evidence: write an id of the table cities, or leave it out and give place.name";
const noName = `is no name: write that of the place, at most ${longestName} letters`;
const noList = "is no list: write [ … ] with one { … } a mark";

const mark = v.object({
  recommendation: v.pipe(v.string(noId), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, noId)),
  state: v.nullish(v.picklist(states, noState), null),
  note: v.nullish(v.pipe(v.string(noNote), v.maxLength(longestNote, noNote)), ""),
});

const placeAmong = (cities: ReadonlySet<string>) =>
  v.pipe(
    v.object({
      city: v.nullish(
        v.pipe(
          v.string(noCity),
          v.check((id) => cities.has(id), noCity),
        ),
        null,
      ),
      name: v.fallback(v.pipe(v.string(), v.transform(tidyPlaceName)), ""),
    }),
    v.forward(
      v.check(({ city, name }) => city !== null || name !== "", noName),
      ["name"],
    ),
  );

/**
 * The place of a file of marks.
 * @param cities ids of the cities of the evidence
 */
export function readPlace(
  value: unknown,
  cities: ReadonlySet<string>,
): Checked<{ city: string | null; name: string }> {
  const read = v.safeParse(placeAmong(cities), withFields(value, ["city", "name"]));
  return read.success
    ? { value: read.output, faults: [] }
    : { value: null, faults: faultsOf(read.issues, "place", value) };
}

/** The marks of a file, those that are sound; a fault for each of the others. */
export function readMarks(value: unknown): { value: Marks; faults: ToldFault[] } {
  const marks = new Map<string, Mark>();
  const list = v.safeParse(v.array(v.unknown(), noList), value);
  if (!list.success) return { value: marks, faults: faultsOf(list.issues, "marks", value) };
  const faults = list.output.flatMap((item, place) => {
    const path = `marks.${place}`;
    const read = v.safeParse(mark, withFields(item, ["recommendation", "state", "note"]));
    if (!read.success) return faultsOf(read.issues, path, item);
    const { recommendation: id, state, note } = read.output;
    if (marks.has(id)) {
      const field = `${path}.recommendation`;
      return [{ field, message: `${field}: ${shown(id)} stands there twice: keep one of the two` }];
    }
    if (state !== null || note !== "") marks.set(id, { state, note });
    return [];
  });
  return { value: marks, faults };
}

/** A value, or what is wrong with it. */
type Checked<T> = { value: T; faults: readonly [] } | { value: null; faults: ToldFault[] };

/** These fields of a value, whatever it is: what is not there is undefined, and told like a wrong value. */
function withFields(value: unknown, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, isFields(value) ? value[name] : undefined]));
}

/** A fault for each issue, with its place in the file and the value that stands there. */
function faultsOf(issues: readonly v.BaseIssue<unknown>[], at: string, value: unknown): ToldFault[] {
  return issues.map(({ path = [], message }) => {
    const [name] = path.map(({ key }) => String(key));
    const field = name === undefined ? at : `${at}.${name}`;
    const given = name === undefined ? value : isFields(value) ? value[name] : undefined;
    return { field, message: `${field}: ${shown(given)} ${message}` };
  });
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a message repeats it: short, and "nothing" where it is missing. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return `“${shownText(typeof value === "string" ? value : JSON.stringify(value))}”`;
}
