import type { ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";

/** Names that mean something to the language: data has no business with them. */
const barred = new Set(["__proto__", "constructor", "prototype"]);
/** Deepest nesting of a record, with room to spare. */
const deepest = 12;

/** Text as plain data. Names that could reach into objects of the language, and bottomless nesting, are refused. */
export function safeJson(text: string): Outcome<unknown, ToldFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return bad({ message: "it does not hold a scenario: its text is not JSON" });
  }
  return safeData(value);
}

/** The same check for data that was read otherwise. Level by level: depth costs no stack. */
export function safeData(value: unknown): Outcome<unknown, ToldFault> {
  let level: unknown[] = [value];
  // What the browser keeps may hold itself.
  const seen = new Set<unknown>();
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return bad({ message: "it is nested deeper than any scenario" });
    const next: unknown[] = [];
    for (const part of level) {
      if (typeof part !== "object" || part === null || seen.has(part)) continue;
      seen.add(part);
      for (const name of Object.keys(part)) {
        if (barred.has(name)) return bad({ message: `it has a field "${name}", which no scenario has` });
        next.push((part as Record<string, unknown>)[name]);
      }
    }
    level = next;
  }
  return good(value);
}
