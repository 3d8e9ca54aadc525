import { readFileSync } from "node:fs";
import type { Model } from "../../../src/model/model.js";
import { modelOfBasis } from "../../../src/scenario/basis.js";
import { decodeScenario } from "../../../src/scenario/link.js";
import { today } from "./any-document.js";
import { model, valueOf } from "./real-model.js";

const published = readFileSync(new URL("../../scenario/links/untouched.txt", import.meta.url), "utf8");

/** The evidence of this project as version 1 of the model had it: the basis of a link that was published then. */
export const firstModel: Model = valueOf(
  modelOfBasis(valueOf(decodeScenario(published, today)).record.basis, model, 1),
);
