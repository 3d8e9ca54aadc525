import type { Options } from "./figure.js";

/** A control in the page, and what shows in it what came from elsewhere. */
export interface ChoiceControl {
  field: HTMLElement;
  /** @param value as `onChange` is given it */
  set: (value: string) => void;
  /** Says which values have nothing to show beside all that is chosen, where the choice knows of some. */
  follow?: (options: Options) => void;
}
