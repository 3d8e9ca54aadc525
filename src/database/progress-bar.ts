import { element } from "../components/element.js";
import { formatNumber } from "../components/format.js";
import type { Progress } from "./open.js";

/** A bar that says how far the database has come, in megabytes. */
export function progressBar(document: Document): {
  element: HTMLElement;
  update: (progress: Progress) => void;
  /** Says what is going on that has no measure. */
  say: (words: string) => void;
} {
  const bar = element(document, "progress", { "aria-label": "Loading the database", max: 1 });
  const words = element(document, "span", {}, "Loading the database");
  return {
    element: element(document, "p", { class: "database-progress" }, bar, " ", words),
    update(progress) {
      const { stage, loaded, total } = progress;
      if (stage === "download" && total) bar.value = loaded / total;
      else bar.removeAttribute("value");
      words.textContent = progressWords(progress);
    },
    say(told) {
      bar.removeAttribute("value");
      bar.setAttribute("aria-label", told);
      words.textContent = told;
    },
  };
}

/** "Loading the database: 3.1 of 7.7 MB". */
function progressWords({ stage, loaded, total }: Progress): string {
  if (stage === "start") return "Starting the database";
  if (stage === "tables") return "Reading the tables";
  const come = formatNumber(loaded / 1e6, 1);
  return `Loading the database: ${total ? `${come} of ${formatNumber(total / 1e6, 1)}` : come} MB`;
}
