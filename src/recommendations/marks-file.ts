import { shownText, type ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { isFields, readMarks, readPlace, shown } from "./marks-shape.js";
import type { Marks } from "./marks.js";

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
  const place = readPlace(data["place"], cities);
  const marks = readMarks(data["marks"]);
  const faults = [...place.faults, ...marks.faults];
  return place.value === null || faults.length > 0
    ? { ...bad(...faults), version, sound: marks.value }
    : good({ ...place.value, marks: marks.value });
}
