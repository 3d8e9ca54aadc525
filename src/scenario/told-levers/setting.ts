import type { Lever, SettingsChange } from "../../model/levers/lever-kinds.js";

/** Something of a lever beyond its amount and timing that a reader sets. */
export type Setting = ChoiceSetting | NumbersSetting;

/** One of several. */
interface ChoiceSetting {
  as: "choice";
  label: string;
  /** Changes of one gesture are one step of undo. */
  gesture: string;
  options: readonly { value: string; label: string }[];
  /** The value chosen; the first where there is no lever yet. */
  read(lever: Lever | undefined): string;
  change(value: string): SettingsChange;
}

/** Numbers by name, for levers that have them. */
interface NumbersSetting {
  as: "numbers";
  label: string;
  names: readonly string[];
  minimum: number;
  maximum: number;
  /** The numbers; null where the lever has none: then they are not shown. */
  read(lever: Lever | undefined): Readonly<Partial<Record<string, number>>> | null;
  /** @param numbers those that there are, with the changed one */
  change(numbers: Readonly<Partial<Record<string, number>>>): SettingsChange;
  gesture(name: string): string;
}
