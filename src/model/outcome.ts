import type { Fault } from "./fault.js";

/**
 * A value, or everything that keeps it from being made. Nothing here throws at what a reader chose.
 * @typeParam F what the faults are: the model's own kinds, or sentences where something arrived from outside
 */
export type Outcome<T, F = Fault> = { ok: true; value: T } | { ok: false; faults: readonly F[] };

/** A good outcome. */
export const good = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** An outcome that could not be made. */
export const bad = <F = Fault>(...faults: F[]): { ok: false; faults: F[] } => ({ ok: false, faults });
