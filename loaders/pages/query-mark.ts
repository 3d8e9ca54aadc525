import { escapeHtml } from "../site/escape-html.js";
import { isForModel } from "../reports/for-model.js";
import type { PageEnv } from "./page-env.js";

/**
 * A quiet mark that opens the query behind a value or a sentence. It needs no script; with one the query can be run in
 * its place.
 * @param follows true where another mark stands a sign or two before it: a finger needs room between them
 */
export function queryMark(env: PageEnv, label: string, query: string, follows = false): string {
  env.marks = (env.marks ?? 0) + 1;
  const id = `query-${env.marks}`;
  const isModel = isForModel(query);
  const code = `<code tabindex="0">${escapeHtml(query)}</code>`;
  const said = isModel ? "Worked out by the scenario model: " : "";
  // The button takes no room of its own, so that no line begins between a word, its mark and the full stop.
  return `<span class="${follows ? "mark-room after-mark" : "mark-room"}"><button type="button" class="query-mark" popovertarget="${id}" aria-label="${escapeHtml(label)}"></button></span><span class="bound-query" id="${id}" popover${isModel ? "" : ' data-query=""'}>${said}${code}</span>`;
}
