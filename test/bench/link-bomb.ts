import { decodeScenario } from "../../src/scenario/link.js";
import { pack } from "../../src/scenario/pack.js";
import { today } from "../support/model/any-document.js";
import type { Measurement } from "./bench.js";

/** A link that unpacks to 50 MB is refused. */
export const linkBomb: Measurement = ({ runs }) => {
  const bomb = pack("0".repeat(50_000_000));
  const values = Array.from({ length: runs }, () => {
    const start = performance.now();
    decodeScenario(bomb, today);
    return performance.now() - start;
  });
  return Promise.resolve([
    {
      what: "a link of 50 MB unpacked is refused",
      unit: "ms",
      values,
      budget: { atMost: 500 },
      judge: "max",
    },
  ]);
};
