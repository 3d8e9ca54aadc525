import type { LeverName } from "../../model/levers/lever-kinds.js";
import { funding } from "./funding.js";
import { initiatives } from "./initiatives.js";
import { partnerships } from "./partnerships.js";
import { practice } from "./practice.js";
import type { ToldLever } from "./told-lever.js";
import { turned } from "./turned.js";

/** What is told of every kind of lever, in the order shown. */
export const toldLevers: Readonly<Record<LeverName, ToldLever>> = {
  funding,
  initiatives,
  practice,
  partnerships,
  turned,
};
