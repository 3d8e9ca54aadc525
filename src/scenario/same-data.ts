/** Whether two values of plain data (as in JSON) are the same, whatever the order of their fields; what is `undefined` is not there. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return (
    left.length === right.length &&
    left.every(([name, value]) => Object.hasOwn(b, name) && sameData(value, (b as Fields)[name]))
  );
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: object) => Object.entries(value).filter(([, field]) => field !== undefined);
