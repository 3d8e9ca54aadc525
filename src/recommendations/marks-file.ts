import { shownText, type ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { longestNote, states, type Mark, type Marks, type State } from "./marks.js";
import { longestName, tidyPlaceName } from "./place.js";

/** What the field `format` of a file of marks says, and the version of its form. */
const marksFormat = "arrivals-marks";
export const marksVersion = 1;

/** Largest file that is read and written, in bytes. */
export const mostMarksBytes = 1_000_000;

/** Marks that were read, or why not; then with what of them is sound, and the version that the file says it has. */
export type MarksRead = Outcome<PlaceMarks, ToldFault> & { version?: unknown; sound?: Marks };

/** Marks with the place that they are of. */
export interface PlaceMarks {
  /** Id of a city of the evidence; null for another place. */
  city: string | null;
  /** Name of the place. */
  name: string;
  marks: Marks;
}

/** The marks of a place as JSON, to be kept and read again. @param dataVersion hash of the data they were made on */
export function marksFile({ city, name, marks }: PlaceMarks, dataVersion: string): string {
  return `${JSON.stringify(
    {
      format: marksFormat,
      version: marksVersion,
      data_version: dataVersion,
      place: { ...(city !== null && { city }), name },
      marks: [...marks].map(([recommendation, { state, note }]) => ({
        recommendation,
        ...(state !== null && { state }),
        ...(note !== "" && { note }),
      })),
    },
    null,
    2,
  )}\n`;
}

/**
 * Reads a file of `marksFile`. It is taken as a whole or not at all; every fault says where it is, what is wrong and
 * how to mend it. Marks of recommendations that are not known here are kept: an older or newer version may know them.
 * @param cities ids of the cities of the evidence
 */
export function readMarksFile(text: string, cities: ReadonlySet<string>): MarksRead {
  if (new TextEncoder().encode(text).length > mostMarksBytes)
    return bad({
      message: `the file is larger than ${mostMarksBytes / 1_000_000} MB: choose one that this page exported`,
    });
  let data: unknown;
  try {
    // A byte order mark is what some editors put before a text.
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? ` (${shownText(error.message)})` : "";
    return bad({
      message: `it is not JSON${why}: choose the file that “JSON” saved, or mend it in a text editor`,
    });
  }
  if (!isFields(data) || data["format"] !== marksFormat)
    return bad({
      field: "format",
      message: `format: ${shown(isFields(data) ? data["format"] : data)} is not “${marksFormat}”: choose a file that “JSON” of this page saved`,
    });
  const { version } = data;
  if (version !== marksVersion) {
    const message = `version: ${shown(version)} is not ${marksVersion}: reload this page to get the newest, or export the marks again`;
    return { ...bad({ field: "version", message }), version };
  }
  const faults: ToldFault[] = [];
  const place = readPlace(data["place"], cities, faults);
  const marks = readMarks(data["marks"], faults);
  return faults.length > 0 ? { ...bad(...faults), version, sound: marks } : good({ ...place, marks });
}

function readPlace(value: unknown, cities: ReadonlySet<string>, faults: ToldFault[]) {
  const fields = isFields(value) ? value : {};
  const city = fields["city"] ?? null;
  const name = typeof fields["name"] === "string" ? tidyPlaceName(fields["name"]) : "";
  if (city !== null && !(typeof city === "string" && cities.has(city)))
    faults.push({
      field: "place.city",
      message: `place.city: ${shown(city)} is no city of the evidence: write an id of the table cities, or leave it out and give place.name`,
    });
  if (name === "" && city === null)
    faults.push({
      field: "place.name",
      message: `place.name: ${shown(fields["name"])} is no name: write that of the place, at most ${longestName} letters`,
    });
  return { city: city as string | null, name };
}

function readMarks(value: unknown, faults: ToldFault[]): Marks {
  const marks = new Map<string, Mark>();
  if (!Array.isArray(value)) {
    faults.push({
      field: "marks",
      message: `marks: ${shown(value)} is no list: write [ … ] with one { … } a mark`,
    });
    return marks;
  }
  (value as unknown[]).forEach((item, i) => {
    const path = `marks.${i}`;
    const fail = (field: string, message: string) =>
      faults.push({ field: `${path}.${field}`, message: `${path}.${field}: ${message}` });
    const { recommendation: id, state = null, note = "" } = isFields(item) ? item : {};
    if (typeof id !== "string" || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      return fail("recommendation", `${shown(id)} is no id: write one of the table recommendations`);
    if (marks.has(id)) return fail("recommendation", `“${id}” stands there twice: keep one of the two`);
    if (state !== null && !states.includes(state as State))
      return fail("state", `${shown(state)} is no state: write ${states.join(", ")}, or leave it out`);
    if (typeof note !== "string" || note.length > longestNote)
      return fail("note", `${shown(note)} is no note: write text of at most ${longestNote} letters`);
    if (state !== null || note !== "") marks.set(id, { state: state as State | null, note });
  });
  return marks;
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a message repeats it: short, and "nothing" where it is missing. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return `“${shownText(typeof value === "string" ? value : JSON.stringify(value))}”`;
}
