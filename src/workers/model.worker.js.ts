import { bundleWorker } from "../../loaders/bundle-worker.js";
import { writeOutput } from "../../loaders/write-output.js";

// A build makes it anew; the preview keeps it, whatever changes in src/model, until its cache is dropped (npm run clean).
await writeOutput(() => bundleWorker("src/workers/model-answers.ts"));
