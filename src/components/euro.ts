import { formatNumber } from "./format.js";

/**
 * An amount of money in words, to two significant figures: what stands on five budgets has no more.
 * "€7.5 million", "€450,000", "€0"; a true minus sign before the euro.
 */
export function formatEuro(eur: number): string {
  if (!Number.isFinite(eur)) return "no amount";
  const sign = eur < 0 ? "−" : "";
  const rounded = twoFigures(Math.abs(eur));
  if (rounded === 0) return "€0";
  if (rounded >= 1e9) return `${sign}€${plain(rounded / 1e9)} billion`;
  if (rounded >= 1e6) return `${sign}€${plain(rounded / 1e6)} million`;
  return `${sign}€${formatNumber(rounded)}`;
}

/** A range of money with its unit once where both ends share it: "€5.1–17 million". */
export function formatEuroRange(low: number, high: number): string {
  const [from, to] = [formatEuro(low), formatEuro(high)];
  if (from === to) return from;
  const unit = / (million|billion)$/.exec(to)?.[0];
  if (low >= 0 && unit && from.endsWith(unit)) return `${from.slice(0, -unit.length)}–${to.slice(1)}`;
  return `${from} to ${to}`;
}

/** An amount as a table's column of euros shows it, to two significant figures: "51,000,000". Files hold it in full. */
export const euroFigures = (eur: number): string => formatNumber(twoFigures(eur));

/** An amount in millions as a label of a picture has it, to two significant figures: "51", "9.2", "0.45". */
export function euroMillions(eur: number): string {
  const millions = twoFigures(eur / 1e6);
  const size = Math.abs(millions);
  return formatNumber(millions, size >= 10 || millions === 0 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3);
}

function twoFigures(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(2));
}

function plain(value: number): string {
  return formatNumber(value, value < 10 && !Number.isInteger(value) ? 1 : 0);
}
