import { descending, groups, maxIndex, minIndex } from "d3-array";
import { cityCodes, countryCodes } from "../country-codes.js";
import type { CodeList, Reading } from "../producer.js";
import { producers } from "../producers.js";

/** A reading with the table it stands in. */
export interface Placed {
  source: string;
  reading: Reading;
}

/** Two readings of the same place and period that should agree. */
export interface Disagreement {
  lower: Placed;
  higher: Placed;
  /** Their difference as a share of the higher one. */
  share: number;
}

/** From here on two readings disagree: a twentieth of the higher one. */
export const disagrees = 0.05;

/** Readings of several tables. */
export type Tables = ReadonlyMap<string, readonly Reading[]>;

/**
 * Readings of one series, place and period that differ between editions or producers: the lowest and the highest of each,
 * the largest difference first. Those that stood so before are left out.
 */
export function compareEditions(before: Tables, after: Tables): Disagreement[] {
  const known = new Set(disagreements(before).map(nameOf));
  return disagreements(after).filter((one) => !known.has(nameOf(one)));
}

const nameOf = ({ lower, higher }: Disagreement) =>
  JSON.stringify([lower, higher].map(({ source, reading }) => [source, reading]));

function disagreements(tables: Tables): Disagreement[] {
  const placed = [...tables].flatMap(([source, readings]) => {
    const keyOf = keysOf(source);
    return readings.flatMap((reading) =>
      reading.value === null ? [] : [{ source, reading, key: keyOf(reading) }],
    );
  });
  const found = groups(placed, ({ key }) => key).flatMap(([, alike]): Disagreement[] => {
    if (alike.length < 2) return [];
    const valueOf = ({ reading }: Placed) => reading.value!;
    const [lower, higher] = [alike[minIndex(alike, valueOf)]!, alike[maxIndex(alike, valueOf)]!];
    const share = (valueOf(higher) - valueOf(lower)) / Math.abs(valueOf(higher));
    return share >= disagrees ? [{ lower: bare(lower), higher: bare(higher), share }] : [];
  });
  return found.sort((a, b) => descending(a.share, b.share));
}

const bare = ({ source, reading }: Placed): Placed => ({ source, reading });

/** What two readings have in common that should agree: what is counted, where, and when. */
function keysOf(source: string): (reading: Reading) => string {
  const [producer = "", dataset = ""] = source.split("/");
  const { codes, measures = [] } =
    producers.find(({ id }) => id === producer)?.datasets.find(({ id }) => id === dataset) ?? {};
  const places = codes ? placesOf(codes) : new Map<string, string>();
  return ({ series, place, origin, period }) => {
    // Two producers count the same where pages show both as one indicator.
    const indicator = measures.find((one) => one.series === series)?.indicatorId;
    return [
      indicator ?? `${producer} ${series}`,
      places.get(place) ?? place,
      places.get(origin) ?? origin,
      period,
    ].join("|");
  };
}

/** Places by their code in a list: a country's ISO code, a city's id. */
function placesOf(codes: CodeList): Map<string, string> {
  if (codes === "currency") return new Map();
  if (codes === "urban-audit" || codes === "oecd-fua") return cityCodes(codes);
  return new Map(
    countryCodes().flatMap((country) => {
      const code = country[codes];
      return code === null ? [] : [[code, country.iso3]];
    }),
  );
}
