/** A cell read as text; missing and empty are null. */
export const textOr = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/** A cell read as a number; missing is null, never zero. */
export const numberOr = (value: unknown): number | null => (typeof value === "number" ? value : null);
