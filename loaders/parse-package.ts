import { visit, type JSONPath } from "jsonc-parser";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";

const name = "datapackage.json";

/**
 * Parses `datapackage.json` strictly: a name that stands twice in one object, of which other readers silently take the
 * last, is a problem.
 * @param text of the file
 * @returns what it holds, of any shape; undefined where it is no JSON
 */
export function parsePackage(text: string): { description?: unknown; problems: EvidenceFault[] } {
  const problems: EvidenceFault[] = [];
  const fault = (field: string | null, value: string | null, rule: string, mend: string) =>
    problems.push(evidenceFault({ table: name, field, value }, rule, mend));
  let description: unknown;
  let wrong: string | null = null;
  try {
    description = JSON.parse(text);
  } catch (error) {
    wrong = (error as Error).message.replace(/ in JSON at position.*$/, "");
  }

  let firstWrongLine: number | null = null;
  /** For each open object the lines of its names. */
  const open: Map<string, number>[] = [];
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Map()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (property, _offset, _length, line, _column, path) => {
        const names = open.at(-1)!;
        const first = names.get(property);
        if (first === undefined) names.set(property, line);
        else
          fault(
            placeOf([...path(), property]),
            null,
            `stands on lines ${first + 1} and ${line + 1} in one object`,
            "remove one of the two",
          );
      },
      onError: (_error, _offset, _length, line) => (firstWrongLine ??= line),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fault(null, null, "must not nest hundreds of brackets", "close each bracket");
    return { problems };
  }
  if (wrong === null) return { description, problems };
  const line = firstWrongLine === null ? "" : `, line ${Number(firstWrongLine) + 1}`;
  problems.length = 0;
  fault(null, null, `must be JSON (${wrong}${line})`, "mend the comma, quote or bracket at that place");
  return { problems };
}

/** `resources[2].schema` */
function placeOf(path: JSONPath): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${part}`))
    .join("");
}
