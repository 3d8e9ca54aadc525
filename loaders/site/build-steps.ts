import { readFileSync, writeFileSync } from "node:fs";

/** A step of a build: seconds of the clock, and seconds of processors that it and the processes it started took. */
export interface BuildStep {
  name: string;
  seconds: number;
  /** null where the system does not tell (it does on Linux). */
  processorSeconds: number | null;
}

/** Where the bench asks for the steps: a file that does not exist yet. Not set: nothing is measured. */
const asked = process.env.ARRIVALS_BUILD_STEPS;

/** What was done so far. */
const steps: BuildStep[] = [];

/** Runs a step of the build, and notes what it took where somebody asked for that. */
export async function step<Made>(name: string, run: () => Made | Promise<Made>): Promise<Made> {
  if (!asked) return run();
  const [start, used] = [performance.now(), processorSeconds()];
  const made = await run();
  const now = processorSeconds();
  steps.push({
    name,
    seconds: (performance.now() - start) / 1000,
    processorSeconds: used === null || now === null ? null : now - used,
  });
  writeFileSync(asked, JSON.stringify(steps));
  return made;
}

/** Of this process, of children that have ended and of those that still run, with theirs; null where it is not told. */
function processorSeconds(): number | null {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ");
    return ["self", ...children.filter(Boolean)].reduce((sum, id) => sum + secondsOf(id), 0);
  } catch {
    return null;
  }
}

/** `utime`, `stime`, `cutime` and `cstime` of proc(5), in hundredths of a second. */
function secondsOf(id: string): number {
  const fields = readFileSync(`/proc/${id}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}
