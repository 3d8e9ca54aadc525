import { dataFolder, readPackage } from "../../package.js";
import { readTable } from "../../read-table.js";
import { producers } from "../producers.js";

let labels: ReadonlyMap<string, string> | undefined;

/**
 * A series in the words of the evidence, with the producer's own name of it: "International migrants (SM.POP.TOTL)". One
 * that no page shows goes by the title of its table.
 * @param source its table, "worldbank/migrants"; the producer's name stands alone where nobody refreshes that table
 */
export function seriesName(source: string, series: string): string {
  labels ??= readLabels();
  const [producer, table] = source.split("/");
  const dataset = producers.find(({ id }) => id === producer)?.datasets.find(({ id }) => id === table);
  const measure = dataset?.measures?.find((one) => one.series === series);
  const label = (measure && labels.get(measure.indicatorId)) ?? dataset?.title;
  return label === undefined ? series : `${label} (${series})`;
}

/** Names of the indicators by their id; none where their table cannot be read, which a review says elsewhere. */
function readLabels(): ReadonlyMap<string, string> {
  try {
    const described = readPackage(dataFolder).resources.find(({ name }) => name === "indicators");
    const rows = described ? (readTable(dataFolder, described).table?.rows ?? []) : [];
    return new Map(rows.map(({ indicator_id, name }) => [String(indicator_id), String(name)]));
  } catch {
    return new Map();
  }
}
