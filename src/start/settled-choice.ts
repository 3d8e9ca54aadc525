import { element } from "../components/element.js";
import type { Options } from "../components/figure.js";
import { setText } from "../components/set-text.js";
import type { LiveEvidence } from "./live-evidence.js";

/** Puts choices right that contradict themselves, and says so beside them. */
export interface SettledChoice {
  /** The choice as it is shown. */
  of(options: Options): Options;
  /** Runs what makes address or controls follow, where the choice asked for last was another than the one shown. */
  follow(run: () => void): void;
  /** Puts the words behind the controls, once these stand. */
  stand(): void;
}

/** @param lives the figures of the page: each may put its own choices right */
export function settledChoice(
  document: Document,
  lives: readonly Pick<LiveEvidence, "figure" | "frame">[],
): SettledChoice {
  const places = lives.flatMap(({ figure, frame }) =>
    figure.settle ? [{ figure, frame, said: element(document, "span", { role: "status" }) }] : [],
  );
  let differs = false;
  return {
    follow(run) {
      if (differs) run();
    },
    of(asked) {
      differs = false;
      let shown = asked;
      for (const { figure, said } of places) {
        const settled = figure.settle!(shown);
        shown = settled.options;
        differs ||= settled.said !== "";
        setText(said, settled.said);
      }
      return shown;
    },
    stand() {
      for (const { frame, said } of places) frame.querySelector(":scope > .choices")?.append(said);
    },
  };
}
