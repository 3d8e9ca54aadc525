/** Deepest nesting that is written; a scenario has a tenth of it. */
const deepest = 100;

/**
 * Whatever the browser keeps as indented JSON. What JSON has no form for (itself again, bytes, whole numbers without a
 * limit) stands as text, and so does what is nested deeper than a hundred times: nothing throws.
 */
export function asItIs(value: unknown): string {
  /** The parts in which the present one stands, each as it was given and as it is written. */
  const around: { given: object; written: object }[] = [];
  return JSON.stringify(
    value,
    function (this: unknown, _name, part: unknown) {
      if (typeof part === "bigint") return String(part);
      if (typeof part !== "object" || part === null) return part;
      while (around.length > 0 && around.at(-1)!.written !== this) around.pop();
      if (around.some(({ given }) => given === part)) return "(the same again)";
      if (around.length > deepest) return "(nested deeper)";
      const written = writtenOf(part);
      around.push({ given: part, written });
      return written;
    },
    2,
  );
}

function writtenOf(part: object): object {
  if (part instanceof ArrayBuffer) return [...new Uint8Array(part)];
  return part instanceof Map || part instanceof Set ? [...(part as Iterable<unknown>)] : part;
}
