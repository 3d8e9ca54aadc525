import type { KeptStorage } from "../../../src/kept/aside.js";

/** A browser's storage in memory; `room` is what all keys and texts may have, in letters. */
export function memoryStorage(start: Record<string, string> = {}, room = { letters: Infinity }) {
  const texts = new Map(Object.entries(start));
  const storage: KeptStorage = {
    getItem: (key) => texts.get(key) ?? null,
    setItem(key, text) {
      const others = [...texts].filter(([of]) => of !== key);
      const used = others.reduce((sum, [of, held]) => sum + of.length + held.length, 0);
      if (used + key.length + text.length > room.letters)
        throw new DOMException("full", "QuotaExceededError");
      texts.set(key, text);
    },
    removeItem: (key) => void texts.delete(key),
  };
  return { ...storage, texts };
}

/** A browser that keeps nothing. */
export function refusing(): never {
  throw new DOMException("denied", "SecurityError");
}
