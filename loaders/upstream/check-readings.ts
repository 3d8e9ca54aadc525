import { median, sum } from "d3-array";
import type { Contract, Reading } from "./producer.js";
import { RefreshFault } from "./refresh-fault.js";

/** Share of the readings that may be gone since the last snapshot. */
const mostGone = 1 / 3;
/** So many times larger or smaller, in the middle of all, is another unit. */
const otherUnit = 100;
/** Fewest readings with a value before and now, for their sizes to be compared. */
const comparable = 5;

/** What tells a reading from others: its series, places, period and edition. */
export const keyOf = ({
  series,
  place,
  origin,
  period,
  edition,
}: Pick<Reading, "series" | "place" | "origin" | "period" | "edition">): string =>
  [series, place, origin, period, edition].join("|");

/** True where two readings of one key say the same: value, qualifier, status and flag. */
export const saysTheSame = (a: Reading, b: Reading): boolean =>
  a.value === b.value && a.qualifier === b.qualifier && a.status === b.status && a.flag === b.flag;

/**
 * Checks readings against what is declared of their dataset.
 * @param address for people, which a message names
 * @throws RefreshFault for the first rule that is broken
 */
export function checkReadings(readings: readonly Reading[], contract: Contract, address: string): void {
  const refuse = refuseAt(address);
  const valued = readings.filter(({ value }) => value !== null);
  if (valued.length < contract.atLeast)
    refuse(
      `at least ${contract.atLeast} numbers`,
      valued.length === 0 ? "no data came" : `${valued.length} came`,
      "Look up whether the producer has withdrawn the table.",
    );
  checkTexts(readings, refuse);
  checkSeries(readings, contract, refuse);
  checkPlaces(readings, contract, refuse);
  checkOnce(readings, refuse);
  checkRange(valued, contract, refuse);
  checkTotals(valued, contract, refuse);
}

/**
 * Checks that readings are of the size and the unit of the last snapshot's; `--accept` leaves it out.
 * @param source as a refresh is asked for it, which a message names
 * @throws RefreshFault where a third of them is gone, or half of them are a hundred times larger or smaller
 */
export function checkAgainstLast(
  readings: readonly Reading[],
  before: readonly Reading[],
  source: string,
  address: string,
): void {
  const withValue = (some: readonly Reading[]) => some.filter(({ value }) => value !== null);
  checkAgainst(
    withValue(readings),
    withValue(before),
    `npm run refresh -- ${source} --accept`,
    refuseAt(address),
  );
}

const refuseAt =
  (address: string): Refuse =>
  (expected, came, mend = "Compare the answer with the producer's page; nothing was changed.") => {
    throw new RefreshFault({ address, expected, came, mend });
  };

type Refuse = (expected: string, came: string, mend?: string) => void;

/** A year, a month or a day of the calendar, from 1800 on. */
const periodPattern = /^(1[89]|20|21)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** Letters and signs that producers mark numbers with. */
const flagPattern = /^[\w :.*<>=~!+-]{0,20}$/;

/** What a producer writes beside its numbers goes on to pages and tables: it is what it should be, or nothing is taken. */
function checkTexts(readings: readonly Reading[], refuse: Refuse): void {
  const mend = "The producer has changed its format: compare the answer with the parser of this producer.";
  for (const reading of readings) {
    const { period, flag, series, place, origin, edition } = reading;
    if (!periodPattern.test(period))
      refuse("a year, a month or a day", `the period ${shown(period)} came`, mend);
    if (!flagPattern.test(flag)) refuse("letters for a flag", `${shown(flag)} came`, mend);
    for (const text of [series, place, origin, edition])
      if (text.length > longestName || /\p{C}/u.test(text))
        refuse("names of series and places", `${shown(text)} came`, mend);
  }
}

/** Longest name of a series, place or edition. */
const longestName = 120;
/** A text of a producer in a message: short, and what cannot be seen as its code. */
const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * Checks the producer's own date of its numbers: a year, a month or a day of the calendar.
 * @throws RefreshFault
 */
export function checkUpdated(updated: string | null, address: string): void {
  if (updated === null || (periodPattern.test(updated) && !Number.isNaN(Date.parse(updated)))) return;
  refuseAt(address)(
    "a date of the producer's numbers",
    `${shown(updated)} came`,
    "The producer has changed its format: compare the answer with the parser of this producer.",
  );
}

function checkSeries(readings: readonly Reading[], { series }: Contract, refuse: Refuse): void {
  const found = new Set(readings.map((reading) => reading.series));
  const mend = "The producer has changed its columns: compare the answer with the parser of this producer.";
  const unknown = [...found].filter((name) => !series.includes(name));
  if (unknown.length) refuse(`the series ${series.join(", ")}`, `${unknown.join(", ")} came too`, mend);
  const lost = series.filter((name) => !found.has(name));
  if (lost.length) refuse(`the series ${series.join(", ")}`, `${lost.join(", ")} did not come`, mend);
}

function checkPlaces(readings: readonly Reading[], { places = [] }: Contract, refuse: Refuse): void {
  const found = new Set(readings.map(({ place }) => place));
  const lost = places.filter((place) => !found.has(place));
  if (lost.length) refuse(`numbers of ${places.length} places`, `those of ${lost.join(", ")} did not come`);
}

function checkOnce(readings: readonly Reading[], refuse: Refuse): void {
  const keys = new Set<string>();
  for (const reading of readings) {
    const key = keyOf(reading);
    if (keys.has(key)) refuse("one number for each series, place and period", `two came for ${key}`);
    keys.add(key);
  }
}

function checkRange(
  valued: readonly Reading[],
  { range: [least, greatest] }: Contract,
  refuse: Refuse,
): void {
  const beyond = valued.find(({ value }) => value! < least || value! > greatest);
  if (beyond)
    refuse(
      `numbers from ${least} to ${greatest}`,
      `${beyond.value} came for ${keyOf(beyond)}`,
      "Compare it with the producer's page. If it is right, widen the range in the file of this producer; --accept does not.",
    );
}

function checkTotals(valued: readonly Reading[], { totals = [] }: Contract, refuse: Refuse): void {
  for (const { whole, parts } of totals)
    for (const total of valued.filter(whole)) {
      const added = sum(
        valued.filter(
          (part) =>
            parts(part) &&
            part.series === total.series &&
            part.period === total.period &&
            part.edition === total.edition,
        ),
        ({ value }) => value!,
      );
      // Numbers of thousands of places are rounded one by one.
      if (Math.abs(added - total.value!) > Math.max(1, Math.abs(total.value!) * 1e-6))
        refuse(`parts that add up to ${total.value} for ${keyOf(total)}`, `they add up to ${added}`);
    }
}

/** @param accepting the command that takes the readings all the same */
function checkAgainst(
  valued: readonly Reading[],
  before: readonly Reading[],
  accepting: string,
  refuse: Refuse,
): void {
  const lost = before.length - valued.length;
  if (lost > before.length * mostGone)
    refuse(
      `about ${before.length} numbers, as last time`,
      `${valued.length} came: ${Math.round((lost / before.length) * 100)} % are gone`,
      `Look up whether the producer has withdrawn them. If it has, ${accepting} takes what is left.`,
    );
  const now = new Map(valued.map((reading) => [keyOf(reading), reading.value!]));
  const ratios = before.flatMap((reading) => {
    const value = now.get(keyOf(reading));
    return value && reading.value ? [value / reading.value] : [];
  });
  const middle = ratios.length >= comparable ? median(ratios)! : 1;
  if (middle > otherUnit || middle < 1 / otherUnit)
    refuse(
      "numbers in the unit of last time",
      `half of them are ${middle > 1 ? `${Math.round(middle)} times larger` : `${Math.round(1 / middle)} times smaller`}`,
      `Look up which unit the producer now uses. If it has another, mend the parser of this producer. If the numbers are meant as they came, ${accepting} takes them.`,
    );
}
