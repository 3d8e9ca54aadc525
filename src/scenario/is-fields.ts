/** Plain data of a record whose shape was not looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether it is plain data with named fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
