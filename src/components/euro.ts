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

function twoFigures(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(2));
}

function plain(value: number): string {
  return formatNumber(value, value < 10 && !Number.isInteger(value) ? 1 : 0);
}
