import { siteLink } from "../components/site-root.js";
import type { PracticeCells } from "./practice-cells.js";

/** The register of practices as it is fetched for the workbench, or why it did not come. */
export type Register = { ok: true; practices: PracticeCells[] } | { ok: false; message: string };

/** How long it may take to arrive, in milliseconds: it has some ten kilobytes. */
const longestWait = 20_000;

/** Fetches the register. It never fails: a workbench without practices has every other lever. */
export async function fetchRegister(): Promise<Register> {
  try {
    const response = await fetch(siteLink("/data/adoptable.json"), {
      signal: AbortSignal.timeout(longestWait),
    });
    if (response.ok) return { ok: true, practices: (await response.json()) as PracticeCells[] };
    return { ok: false, message: registerMissing(`adoptable.json: ${response.status}`) };
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    const why = late
      ? `it took longer than ${longestWait / 1000} seconds`
      : "the connection was lost or refused";
    return { ok: false, message: registerMissing(why) };
  }
}

function registerMissing(why: string): string {
  return `The register of practices did not arrive (${why}): none can be adopted, and links that adopt some wait for it. Everything else works.`;
}
