import { readFileSync } from "node:fs";

/** Numbers of the processes that a process has started, and of those that these have; none where the system does not tell. */
export function descendants(id: number): number[] {
  try {
    const own = readFileSync(`/proc/${id}/task/${id}/children`, "utf8")
      .split(" ")
      .filter(Boolean)
      .map(Number);
    return own.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return [];
  }
}

/** True while a process of this number runs; one that has ended and waits to be noticed does not. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return !/^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${id}/stat`, "utf8"));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" && process.platform !== "linux";
  }
}
