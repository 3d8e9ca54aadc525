import loadHighs from "highs";
import type { Solver } from "../model/search/integer-program.js";
import { highsSolver } from "./highs-solver.js";

/**
 * Starts HiGHS.
 * @param wasm its WebAssembly; left out, it is read from the installed package, which only Node can
 * @throws Error when the WebAssembly is damaged or may not run
 */
export async function loadSolver(wasm?: Uint8Array<ArrayBuffer>): Promise<Solver> {
  if (!wasm) return highsSolver(await loadHighs());
  // By address: the option `wasmBinary` that the package describes is not in its build (1.15.3).
  const address = URL.createObjectURL(new Blob([wasm], { type: "application/wasm" }));
  try {
    return highsSolver(await loadHighs({ locateFile: () => address }));
  } finally {
    URL.revokeObjectURL(address);
  }
}
