/** The part of the browser's storage that kept things need. */
export type KeptStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A text that cannot be read, as the browser has it. */
export interface Aside {
  /** What the browser has it under. */
  key: string;
  text: string;
}

/** Most texts that are put aside of one thing: then nothing is written over until the reader has removed some. */
export const mostAside = 10;

/** How it went: `full` when no number is free. What was put aside before is never written over. */
export type PutAside = "done" | "full";

/** Keys of what was put aside of a thing, the first first. */
function asideKeys(key: string): string[] {
  return Array.from({ length: mostAside }, (_, i) => `arrivals-aside/${i + 1}/${key}`);
}

/**
 * Puts a text aside under a number of its own. The same text is put aside once.
 * @param key what the text was kept under
 * @throws what the browser throws when it has no room or refuses
 */
export function putAside(storage: KeptStorage, key: string, text: string): PutAside {
  const keys = asideKeys(key);
  if (keys.some((aside) => storage.getItem(aside) === text)) return "done";
  const free = keys.find((aside) => storage.getItem(aside) === null);
  if (free === undefined) return "full";
  storage.setItem(free, text);
  requireKept(storage, free, text);
  return "done";
}

/**
 * Some browsers take a text and keep nothing, without a word.
 * @param text what the key was given; null where it was taken away
 * @throws a DOMException, as for want of room
 */
export function requireKept(storage: KeptStorage, key: string, text: string | null): void {
  if (storage.getItem(key) !== text) throw new DOMException("nothing was kept", "QuotaExceededError");
}

/** What was put aside of a thing. @param older further keys, of versions before these numbers */
export function listAside(storage: KeptStorage, key: string, older: readonly string[] = []): Aside[] {
  return [...older, ...asideKeys(key)].flatMap((aside) => {
    const text = storage.getItem(aside);
    return text === null ? [] : [{ key: aside, text }];
  });
}
