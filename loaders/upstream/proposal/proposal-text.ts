import { stripVTControlCharacters } from "node:util";
import { outcomeLine } from "../outcome-lines.js";
import type { Fetched } from "./proposal-folder.js";

export interface ProposalGround {
  fetched: Fetched;
  /** The review as Markdown. */
  review: string;
  /** What check and build wrote, where they failed; null where they went well. */
  check: string | null;
  build: string | null;
  /** Address of the run that wrote it; null where there is none. */
  run: string | null;
}

/** Title and text of a pull request. */
export interface Proposal {
  title: string;
  body: string;
}

/** Characters of a pull request's text; GitHub refuses more than 65,536. */
const mostText = 60_000;
/** Last lines of a check or a build that are shown. */
const mostLines = 40;

/**
 * What a pull request says of newer figures: first what failed, then the review. Words of others stand in it as text alone:
 * none is a link, a mention or HTML.
 */
export function proposalText({ fetched, review, check, build, run }: ProposalGround): Proposal {
  const { outcomes, derived } = fetched;
  const failed = outcomes.filter(({ kind }) => kind === "failed").map((one) => outcomeLine(one, false));
  const changed = outcomes.filter(({ kind }) => kind === "changed");
  const which = changed.length === 1 ? changed[0]!.source : `${changed.length} tables`;
  const parts = [
    failed.length > 0 && `## What failed\n\nWhat the others gave is here.\n\n${asText(failed.join("\n"))}`,
    derived.problems.length > 0 &&
      `## Tables that could not be made of the newer figures\n\n${asText(derived.problems.join("\n"))}`,
    check !== null &&
      `## npm run check finds problems\n\nMend them on this branch before it is merged.\n\n${asText(check)}`,
    build !== null &&
      `## npm run build fails\n\nMend it on this branch before it is merged.\n\n${asText(build)}`,
    check === null && build === null && "Check and build went well with these figures.",
    run !== null &&
      `The same review as a page is an artefact of [the run](${run}). The workflow Checks does not run by itself on a pull request that a workflow opens: close and open it again, or push to its branch.`,
  ].filter((part) => part !== false);
  return {
    title: changed.length === 0 ? "Newer figures" : `Newer figures of ${which}`,
    body: `${parts.join("\n\n")}\n\n${cut(review, mostText - parts.join("\n\n").length)}`,
  };
}

/** Text as it stands, in a fence that it cannot end. */
function asText(text: string): string {
  const lines = stripVTControlCharacters(text).trimEnd().split(/\r?\n/);
  const shown = lines.slice(-mostLines).map((line) => (line.length > 500 ? `${line.slice(0, 500)}…` : line));
  const longest = Math.max(
    2,
    ...shown.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)),
  );
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...shown, fence].join("\n");
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf("\n", most - 200);
  return `${text.slice(0, end)}\n\nThe rest of the review is in its page, which is an artefact of the run.\n`;
}
