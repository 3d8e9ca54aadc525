import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject } from "../support/site/copy-project.js";
import { startPreview, type Preview } from "../support/site/preview.js";
import { tell } from "./bench.js";
import type { Measured } from "./row.js";

const report = "where-effort-goes";

/** Times from a save to the page that shows it, in the preview of a copy of the project: a text, and a changed query. */
export async function savedText(runs: number): Promise<Measured[]> {
  const copy = mkdtempSync(join(tmpdir(), "arrivals-bench-"));
  copyProject(copy);
  const file = join(copy, "src/reports", `${report}.md`);
  const preview = await startPreview(copy);
  try {
    await preview.page.goto(`${preview.url}/reports/${report}`);
    await preview.page.locator(".abstract").waitFor({ timeout: 120_000 });
    await preview.page.waitForTimeout(3000);
    const text: number[] = [];
    const query: number[] = [];
    for (let run = 0; run <= runs; run++) {
      // In letters, for a number of no query is a fault of a report.
      const name = String.fromCharCode(97 + run);
      const shown = [
        await saved(preview, file, `Saved sentence ${name}.`, `Saved sentence ${name}`),
        await saved(preview, file, `Saved answer {{ select '${name}' | text }}.`, `Saved answer ${name}`),
      ];
      tell(`text ${Math.round(shown[0]!)} ms, query ${Math.round(shown[1]!)} ms`);
      // The first of each starts what the others find running.
      if (run > 0) [text, query].forEach((list, i) => list.push(shown[i]! / 1000));
    }
    return [
      {
        what: "dev: a saved text shown in the page of a report",
        unit: "s",
        values: text,
        budget: { atMost: 1 },
      },
      {
        what: "dev: a changed query answered in the page of a report",
        unit: "s",
        values: query,
        budget: { atMost: 4 },
      },
    ];
  } finally {
    await preview.end();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Milliseconds from the save of one paragraph more to its words in the page. */
async function saved(preview: Preview, file: string, written: string, words: string): Promise<number> {
  const before = readFileSync(file, "utf8");
  const start = performance.now();
  writeFileSync(file, `${before}\n\n${written}\n`);
  await holds(preview, words, true);
  const took = performance.now() - start;
  writeFileSync(file, before);
  await holds(preview, words, false);
  // As an author pauses; a page that just loaded has to connect again first.
  await preview.page.waitForTimeout(3000);
  return took;
}

/** Waits until the page has the words, or has them no more. */
const holds = ({ page }: Preview, words: string, wanted: boolean) =>
  page.waitForFunction(
    ([words, wanted]) => document.querySelector("main")?.textContent.includes(words) === wanted,
    [words, wanted] as const,
    { timeout: 120_000, polling: 50 },
  );
