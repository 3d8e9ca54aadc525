import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeInPlace } from "../write-in-place.js";
import type { Answer } from "./answer.js";

/** Milliseconds after which answers of a refresh that did not end are asked for again. */
const freshFor = 12 * 3_600_000;

/** Answers of a refresh that has not ended: one that was stopped goes on where it was. */
export class WorkFolder {
  /** @param folder of one dataset; made when something is kept */
  constructor(
    private readonly folder: string,
    private readonly now: () => number,
  ) {}

  /** The answer of an address, where it was kept a short while ago; null otherwise. */
  read(address: string): Answer | null {
    const file = this.fileOf(address);
    if (!existsSync(`${file}.json`)) return null;
    try {
      const { at, ...kept } = JSON.parse(readFileSync(`${file}.json`, "utf8")) as Kept;
      if (kept.address !== address || !(this.now() - at < freshFor)) return null;
      const bytes = new Uint8Array(readFileSync(`${file}.body`));
      return sha256(bytes) === kept.sha256 ? { address, headers: kept.headers, bytes } : null;
    } catch {
      // A file that was cut off while it was written is asked for again.
      return null;
    }
  }

  keep({ address, headers, bytes }: Answer): void {
    const file = this.fileOf(address);
    const kept: Kept = { address, headers, sha256: sha256(bytes), at: this.now() };
    writeInPlace(`${file}.body`, bytes, { lasts: false });
    writeInPlace(`${file}.json`, JSON.stringify(kept), { lasts: false });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private fileOf(address: string): string {
    return join(this.folder, sha256(address).slice(0, 32));
  }
}

interface Kept extends Pick<Answer, "address" | "headers"> {
  sha256: string;
  at: number;
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");
