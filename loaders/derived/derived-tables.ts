import type { DerivedTable } from "./derived-table.js";
import { newestStatistics } from "./newest-statistics.js";
import { refugeeOrigins } from "./refugee-origins.js";
import { upstreamDatasets } from "./upstream-datasets.js";
import { upstreamExchangeRates } from "./upstream-exchange-rates.js";
import { upstreamStatistics } from "./upstream-statistics.js";

/** Every table that is worked out from others, in the order of their names. */
export const derivedTables: readonly DerivedTable[] = [
  newestStatistics,
  refugeeOrigins,
  upstreamDatasets,
  upstreamExchangeRates,
  upstreamStatistics,
];
