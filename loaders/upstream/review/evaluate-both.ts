import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../../site/paths.js";
import type { Evaluation, Pictures } from "./evaluation.js";

/** What a process that evaluates a data folder tells, and what it is asked for. */
export type FromChild = { evaluation: Evaluation } | { pictures: Pictures } | { fault: string };
export interface ToChild {
  draw: readonly string[];
}

/** A data folder that is evaluated in a process of its own. */
export class EvaluatedAside {
  private readonly child: ChildProcess;
  private said = "";

  /** @param folder absolute path */
  constructor(folder: string) {
    this.child = fork(fileURLToPath(new URL("evaluate-child.ts", import.meta.url)), {
      cwd: projectFolder,
      execArgv: ["--import", "tsx"],
      env: { ...process.env, ARRIVALS_DATA: folder },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.child.stderr!.on("data", (part) => (this.said += String(part)));
  }

  /** @throws Error with the words of the process */
  async evaluation(): Promise<Evaluation> {
    const told = await this.next();
    if (!("evaluation" in told)) throw new Error("the evaluation told something else");
    return told.evaluation;
  }

  /** Draws, once it has been evaluated. @throws Error with the words of the process */
  async draw(names: readonly string[]): Promise<Pictures> {
    const asked: ToChild = { draw: names };
    const told = this.next();
    this.child.send(asked);
    const answer = await told;
    if (!("pictures" in answer)) throw new Error("the drawing told something else");
    return answer.pictures;
  }

  end(): void {
    this.child.kill();
  }

  private next(): Promise<FromChild> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(this.said.trim() || "the evaluation ended without a word"));
      this.child.once("exit", ended);
      this.child.once("error", reject);
      this.child.once("message", (message: FromChild) => {
        this.child.off("exit", ended);
        this.child.off("error", reject);
        if ("fault" in message) reject(new Error(message.fault));
        else resolve(message);
      });
    });
  }
}
