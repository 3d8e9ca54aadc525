import { attribution } from "../model/attribution.js";
import { compareVersions } from "../model/compare-versions.js";
import { goalSeek } from "../model/search/goal-seek.js";
import { sensitivity } from "../model/sensitivity.js";
import { uncertainty } from "../model/uncertainty.js";
import { answerWith } from "./answer.js";
import type { ModelQuestions } from "./questions.js";

// The model's worker: what takes longer than a frame and needs no solver.
answerWith((model) => {
  const answers: ModelQuestions = {
    uncertainty: (...args) => uncertainty(model, ...args),
    sensitivity: (...args) => sensitivity(model, ...args),
    attribution: (...args) => attribution(model, ...args),
    compareVersions,
    goalSeek: (...args) => goalSeek(model, ...args),
  };
  return { ...answers };
});
