import type { KeptForm } from "../kept/kept.js";

/** Where the shortlist is kept in the browser. */
export const storageKey = "arrivals-shortlist";

/** More than anybody compares: most that is written, and most that is read. */
export const mostChosen = 200;

/** Longest text that is looked into: two hundred ids are a tenth of it. */
const longestText = 300_000;

/**
 * The shortlist as the browser keeps it. Version 1 is a bare list of ids. A later form is an object that says its
 * `version`, so that this one knows it for newer.
 */
export const shortlistForm: KeptForm<readonly string[]> = {
  write: (ids) => JSON.stringify(ids),
  read(text) {
    let value: unknown = null;
    try {
      if (text.length <= longestText) value = JSON.parse(text);
    } catch {
      // No JSON: damaged.
    }
    if (!Array.isArray(value)) return { value: null, fault: isNewer(value) ? "newer" : "damaged" };
    const sound = (value as unknown[]).filter((id): id is string => typeof id === "string" && isId(id));
    const ids = [...new Set(sound)];
    // An id that stands there twice says nothing that would be lost.
    const whole = sound.length === value.length && ids.length <= mostChosen;
    return { value: ids.slice(0, mostChosen), fault: whole ? null : "damaged" };
  },
};

const isId = (text: string) => /^[a-z0-9-]{1,120}$/.test(text);

const isNewer = (value: unknown) =>
  typeof value === "object" && value !== null && Number((value as { version?: unknown }).version) > 1;
