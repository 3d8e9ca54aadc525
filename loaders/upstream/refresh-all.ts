import PQueue from "p-queue";
import type { RefreshRequest } from "./read-arguments.js";
import type { Outcome } from "./outcome.js";
import { refreshDataset, type RefreshOptions } from "./refresh-dataset.js";

/**
 * Refreshes what was asked for: producers side by side, each at its own pace.
 * @param told is called with each outcome as soon as it is known
 * @returns the outcomes in the order of the sources
 */
export async function refreshAll(
  { wanted }: Pick<RefreshRequest, "wanted">,
  options: RefreshOptions,
  told: (outcome: Outcome) => void = () => {},
): Promise<Outcome[]> {
  if (!options.dryRun) options.folder.tidy();
  const outcomes = await Promise.all(
    wanted.map(async ({ producer, datasets }) => {
      const { atOnce, most, within } = producer.pace;
      const queue = new PQueue({ concurrency: atOnce, intervalCap: most, interval: within });
      const ofProducer: Outcome[] = [];
      // One table after the other: each writes the lock file.
      for (const dataset of datasets) {
        // A host that was not reached in all tries is asked once for the next table.
        const retries = ofProducer.at(-1)?.fault?.unreached ? 0 : options.retry.retries;
        const retry = { ...options.retry, retries };
        const outcome = await refreshDataset(producer, dataset, queue, { ...options, retry });
        told(outcome);
        ofProducer.push(outcome);
      }
      return ofProducer;
    }),
  );
  return outcomes.flat();
}
