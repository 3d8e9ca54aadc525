import { mostCounted } from "../model/own-city.js";

/** A count as it was typed: null for an empty field, which says that it is not known; `undefined` for what is no count. */
export function readCount(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "" || text === "?" || /^(unknown|not known)$/i.test(text)) return null;
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const count = Number(text);
  return count <= mostCounted ? count : undefined;
}
