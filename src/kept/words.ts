import { mostAside } from "./aside.js";
import type { KeptTrouble } from "./kept.js";

/** How a kept thing is spoken of: "the shortlist", "the shortlist lasts", "Export it to keep it". */
export interface KeptNames {
  the: string;
  lasts: string;
  takeAway: string;
}

/** What a reader must know of a thing that is not kept as it should be, in sentences. */
export function keptWords(trouble: KeptTrouble, { the, lasts, takeAway }: KeptNames): string {
  const visit = `${lasts} for this visit only. ${takeAway}.`;
  const unreadable = `What this browser kept of ${the} cannot be read`;
  switch (trouble) {
    case "refused":
      return `This browser keeps nothing for this page (a private window, perhaps, or site data is switched off): ${visit}`;
    case "no room":
      return `The browser has no room left: ${visit} Or free some room.`;
    case "damaged":
      return `${unreadable} as a whole: it is damaged. What can be read of it is shown. Nothing is lost: it is put aside before anything is written over it.`;
    case "newer":
      return `What this browser kept of ${the} was written by a newer Arrivals: reload this page to get it. Nothing is lost: it is put aside before anything is written over it.`;
    case "no room aside":
      return `${unreadable}, and there is no room to put it aside: it stays as it is, and ${visit}`;
    case "too many aside":
      return `${unreadable}, and ${mostAside} others are put aside already: it stays as it is, and ${visit} Save those below as files and remove them: then there is room again.`;
    case "too large":
      return `That is more than this page can read again: the last change lasts for this visit only. ${takeAway}, or take some away.`;
    case "emptied":
      return `The browser was emptied of what it kept of ${the}: ${lasts} for this visit, and the next change keeps it again.`;
  }
}
