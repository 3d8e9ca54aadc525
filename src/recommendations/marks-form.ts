import type { KeptForm } from "../kept/kept.js";
import { marksFile, marksVersion, readMarksFile } from "./marks-file.js";
import type { Marks } from "./marks.js";

/**
 * The marks of a place as the browser keeps them: the same text as the file that “JSON” saves. A file is taken as a
 * whole or not at all; of what is kept, every mark that can be read is shown.
 */
export function marksForm(
  city: string | null,
  name: string,
  cities: ReadonlySet<string>,
  dataVersion: string,
): KeptForm<Marks> {
  return {
    write: (marks) => (marks.size === 0 ? null : marksFile({ city, name, marks }, dataVersion)),
    read(text) {
      const read = readMarksFile(text, cities);
      if (read.ok) return { value: read.value.marks, fault: null };
      const newer = Number(read.version) > marksVersion;
      return { value: newer ? null : (read.sound ?? null), fault: newer ? "newer" : "damaged" };
    },
  };
}
