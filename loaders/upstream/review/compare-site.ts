import { changedValues, failingClaims } from "./compare-claims.js";
import { compareScenarios } from "./compare-scenarios.js";
import { compareShown, isSeen, type ShownChanges } from "./compare-shown.js";
import { EvaluatedAside } from "./evaluate-both.js";
import { evidenceAt, isSameEvidence } from "./evidence-at.js";
import type { Evaluation } from "./evaluation.js";
import type { SiteChanges } from "./parts-of-site.js";
import { counted } from "./review-part.js";
import type { Review } from "./review-parts.js";

const nothingShown: ShownChanges = { changed: [], added: [], lost: [] };

/**
 * What the site says otherwise than on the evidence of before. Both are evaluated by the code of today, each in a process
 * of its own; pictures are drawn of what changed alone.
 * @param then data folder of the revision; empty where it has none
 * @param now data folder of today
 */
export async function compareSite(
  then: string,
  now: string,
  revision: string,
): Promise<Pick<Review, "site" | "isSameEvidence" | "notes">> {
  const [was, is] = [evidenceAt(then), evidenceAt(now)];
  if (isSameEvidence(was.tables, is.tables)) return { site: null, isSameEvidence: true, notes: [] };
  const notes = [
    ...rulesNote(`The evidence of ${revision} breaks rules of today`, was.tables.size > 0 ? was.problems : 0),
    ...rulesNote("The evidence of today breaks its rules, which npm run check names,", is.problems),
  ];
  const processes = [then, now].map((folder) => new EvaluatedAside(folder));
  try {
    const [before, after] = await Promise.allSettled(processes.map((one) => one.evaluation()));
    if (after!.status === "rejected")
      return {
        site: null,
        isSameEvidence: false,
        notes: [...notes, unreadNote("The evidence of today", after!.reason)],
      };
    if (before!.status === "rejected")
      return {
        site: onlyNow(after!.value),
        isSameEvidence: false,
        notes: [...notes, unreadNote(`The evidence of ${revision}`, before!.reason)],
      };
    const shown = compareShown(before!.value.shown, after!.value.shown);
    const names = shown.changed.filter(isSeen).map(({ name }) => name);
    const [drawnBefore, drawnAfter] = await Promise.all(processes.map((one) => one.draw(names)));
    return {
      notes,
      isSameEvidence: false,
      site: {
        shown,
        pictures: { before: drawnBefore!, after: drawnAfter! },
        claims: failingClaims(before!.value.claims, after!.value.claims),
        values: changedValues(before!.value.values, after!.value.values),
        scenarios: compareScenarios(was.tables, is.tables),
      },
    };
  } finally {
    for (const one of processes) one.end();
  }
}

const onlyNow = ({ claims }: Evaluation): SiteChanges => ({
  shown: nothingShown,
  pictures: { before: {}, after: {} },
  claims: failingClaims([], claims),
  values: [],
  scenarios: [],
});

const rulesNote = (what: string, problems: number): string[] =>
  problems === 0 ? [] : [`${what} in ${counted(problems, "place")}: what could be read was compared.`];

const unreadNote = (what: string, reason: unknown): string =>
  `${what} cannot be evaluated by the code of today: ${reason instanceof Error ? reason.message : String(reason)}.`;
