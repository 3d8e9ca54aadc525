import { cpus, loadavg, totalmem } from "node:os";

/** What the figures were measured on. */
export interface Machine {
  cores: number;
  processor: string;
  /** GB (1,000,000,000 bytes). */
  memoryGb: number;
  platform: string;
  node: string;
  chromium: string;
  /** Processes that wanted a core, mean of the last minute: over `cores`, somebody else was working here too. */
  loadBefore: number;
  loadAfter?: number;
}

/** This machine, now. */
export function thisMachine(chromium: string): Machine {
  const [core] = cpus();
  return {
    cores: cpus().length,
    processor: core?.model ?? "unknown",
    memoryGb: Math.round(totalmem() / 1e9),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    chromium,
    loadBefore: load(),
  };
}

/** Load average of the last minute. */
export function load(): number {
  return Math.round(loadavg()[0]! * 100) / 100;
}

export function machineText(machine: Machine): string {
  const { cores, processor, memoryGb, platform, node, chromium, loadBefore } = machine;
  const busy = loadBefore > cores ? ": busy with other work, so that times say little; bytes do" : "";
  return `${cores} cores (${processor}), ${memoryGb} GB, ${platform}, Node ${node}, Chromium ${chromium}, load ${loadBefore} before${busy}`;
}
