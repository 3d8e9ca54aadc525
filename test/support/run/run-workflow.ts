import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One step of a workflow of GitHub's, as far as ours use it. */
export interface Step {
  name: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
  with?: Record<string, string | number | boolean>;
  "continue-on-error"?: boolean;
}

export interface Job {
  if?: string;
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  steps: Step[];
}

export interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

/** What became of a run: its end, the steps that ran, and what each of them wrote. */
export interface WorkflowRun {
  success: boolean;
  ran: string[];
  wrote: string;
}

interface Ground {
  /** The checkout. */
  folder: string;
  env: NodeJS.ProcessEnv;
  /** What a step comes to that is not run, by its name: a command in its place. */
  instead: Readonly<Record<string, string>>;
}

/**
 * Runs the `run:` steps of a job as a runner of GitHub's does: one after the other, each in a shell that stops at the first
 * failure, with its outputs and its `if`. Steps that use an action do nothing.
 * @throws where a step says more than this runner knows
 */
export async function runWorkflow({ steps }: Job, { folder, env, instead }: Ground): Promise<WorkflowRun> {
  const scratch = mkdtempSync(join(tmpdir(), "arrivals-runner-"));
  const values: Record<string, string> = { "github.token": "token-of-the-run" };
  const ran: string[] = [];
  let [success, wrote] = [true, ""];
  try {
    for (const step of steps) {
      if (step.run === undefined || !success || !holds(step.if, values)) {
        if (step.id) values[`steps.${step.id}.outcome`] = "skipped";
        continue;
      }
      const output = join(scratch, "output");
      writeFileSync(output, "");
      const given = Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, values)]);
      const { code, text } = await shell(instead[step.name] ?? step.run, step.shell, {
        cwd: folder,
        env: { ...env, ...(Object.fromEntries(given) as NodeJS.ProcessEnv), GITHUB_OUTPUT: output },
      });
      ran.push(step.name);
      wrote += text;
      if (step.id) values[`steps.${step.id}.outcome`] = code === 0 ? "success" : "failure";
      for (const line of readFileSync(output, "utf8").split("\n").filter(Boolean)) {
        const [name, value] = line.split("=");
        values[`steps.${step.id}.outputs.${name}`] = value!;
      }
      if (code !== 0 && !step["continue-on-error"]) success = false;
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  return { success, ran, wrote };
}

function shell(
  command: string,
  name: string | undefined,
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number | null; text: string }> {
  // Without a name GitHub's own shell lets a pipe go well whose beginning failed.
  const flags = name === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
  const child = spawn("bash", [...flags, "-c", command], { cwd, env });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (text += String(part)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, text })));
}

/** Whether a condition holds: comparisons with `==`, joined by `||`. */
function holds(condition: string | undefined, values: Readonly<Record<string, string>>): boolean {
  if (condition === undefined) return true;
  return condition.split("||").some((part) => {
    const [, name, wanted] = /^\s*([\w.]+) == '(\w+)'\s*$/.exec(part) ?? [];
    if (name === undefined) throw new Error(`this runner does not know the condition ${part}`);
    return (values[name] ?? "") === wanted;
  });
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_all, name: string) => values[name] ?? "");
}
