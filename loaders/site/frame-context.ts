import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseHTML } from "linkedom";
import type { Topology } from "topojson-specification";
import type { FrameContext } from "../../src/components/frame-context.js";
import { landOf } from "../../src/components/land-shape.js";
import { knowStatisticsOffers, offersOf } from "../../src/figures/statistics-offers.js";
import { knowPriceYears, priceYearsOf } from "../../src/figures/price-years.js";
import { knowMappedCities, mappedAmong } from "../../src/figures/mapped-cities.js";
import { marksOf } from "../../src/components/marks.js";
import { dataFolder } from "../package.js";
import type { Row, Table } from "../read-table.js";
import { dataVersion } from "../version.js";

/** What everything that is drawn for the page's HTML needs to know, with an empty page to make elements in. */
export function frameContext(evidence: ReadonlyMap<string, Table>): FrameContext {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const topology = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve("world-atlas/land-110m.json"), "utf8"),
  ) as Topology;
  knowMappedCities(mappedAmong(evidence.get("cities")!.rows));
  knowStatisticsOffers(offersOf(evidence));
  knowPriceYears(priceYearsOf(evidence));
  const sources = new Map(evidence.get("sources")!.rows.map((row) => [String(row.source_id), row]));
  const discrepancies = evidence.get("discrepancies")!.rows;
  return {
    document: document,
    land: landOf(topology),
    link: (path) => path,
    marks: marksOf(discrepancies),
    discrepancies,
    sourceName: (id) => String(sources.get(id)?.short_name ?? id),
    sourceCitation: (id) => citation(sources.get(id) ?? { title: id }),
    version: dataVersion(dataFolder),
  };
}

/** "Authors. Title. Publisher, year"; a publisher that is the author stands once. */
function citation({ authors, title, publisher, year }: Row): string {
  const published = [publisher === authors ? null : publisher, year].filter(Boolean).join(", ");
  return [authors, title, published].filter(Boolean).join(". ");
}
