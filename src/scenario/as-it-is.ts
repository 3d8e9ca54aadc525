/**
 * Whatever the browser keeps as indented JSON. What JSON has no form for (itself again, bytes, whole numbers without a
 * limit) stands as text: nothing throws.
 */
export function asItIs(value: unknown): string {
  const around: unknown[] = [];
  return JSON.stringify(
    value,
    function (this: unknown, _name, part: unknown) {
      if (typeof part === "bigint") return String(part);
      if (part instanceof ArrayBuffer) return [...new Uint8Array(part)];
      if (part instanceof Map || part instanceof Set) return [...(part as Iterable<unknown>)];
      if (typeof part !== "object" || part === null) return part;
      // Those in which this part stands are the ones that it may not be.
      while (around.length > 0 && around.at(-1) !== this) around.pop();
      if (around.includes(part)) return "(the same again)";
      around.push(part);
      return part;
    },
    2,
  );
}
