import type * as v from "valibot";
import type { Baseline } from "../../model/baseline.js";
import type { Lever, LeverName, LeverSlot, SettingsChange } from "../../model/levers/lever-kinds.js";
import type { Model } from "../../model/model.js";
import type { Named } from "../named.js";
import type { AmountWords } from "./amounts.js";
import type { Setting } from "./setting.js";

/** What the page and its files tell of a kind of lever. */
export interface ToldLever {
  /** What it is for, in a sentence. */
  meaning: string;
  /** Where something like it happened. */
  example: { text: string; source_id: string; locator: string };
  /** What a lever changes, without its city: "New social initiatives". */
  title(slot: LeverSlot, model: Named): string;
  amount: AmountWords;
  /** Its own fields in links and records, in the order in which they are written, between its city and its timing. */
  shape: v.ObjectEntries;
  /** What a record may not say of a lever, though no run would mind it. */
  strays?(lever: Lever): { message: string; field: string }[];
  /** What a row of the CSV tells beside its amount; without it, the timing alone. */
  details?(lever: Lever, timing: readonly string[], model: Model): string[];
  /** What a change of its settings did: "spent gap first". */
  settingWords?(change: SettingsChange): string[];
  /** Its settings as they stand, where they have a bearing on it. */
  settingsOf?(lever: Lever): SettingsChange | null;
  /** How a reader changes it: by a slider, or by choosing from the register of practices. */
  control: Slider | { as: "register" };
}

/** A slider, over the range of the kind and by its step. */
export interface Slider {
  as: "slider";
  /** Part of the range in which the model's assumptions are least strained. */
  sensible(slot: LeverSlot, baseline: Baseline): SensibleRange;
  /**
   * An amount of it as something that a place needs or can have: "2 new legal initiatives".
   * @param words the amount without its sign
   * @param its whose it is: "its", "their"
   */
  thing(slot: LeverSlot, words: string, amount: number, its: string): string;
  /** What else of the lever can be set. */
  settings?: readonly Setting[];
  /** How a dimension, type or whatever tells levers of a city apart is named; as it is without this. */
  partName?(detail: string): string;
  /** True where the sliders of each city are open from the start. */
  openByCity?: true;
}

/** Part of a lever's range, and why it ends there. Beyond it a lever still works; the page marks it. */
export interface SensibleRange {
  from: number;
  to: number;
  why: string;
}

type LeverOf<K> = Extract<Lever, { kind: K }>;
type SlotOf<K> = Extract<LeverSlot, { kind: K }>;

/** The same with the types of a kind. */
export interface ToldLeverOf<K extends LeverName> extends ToldLever {
  title(slot: SlotOf<K>, model: Named): string;
  strays?(lever: LeverOf<K>): { message: string; field: string }[];
  details?(lever: LeverOf<K>, timing: readonly string[], model: Model): string[];
  control: SliderOf<K> | { as: "register" };
}

interface SliderOf<K extends LeverName> extends Slider {
  sensible(slot: SlotOf<K>, baseline: Baseline): SensibleRange;
  thing(slot: SlotOf<K>, words: string, amount: number, its: string): string;
}
