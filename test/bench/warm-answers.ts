import type { Page } from "playwright-core";
import type { Question, Questions } from "../../src/workers/questions.js";

/**
 * How long the workers of a page take to answer, in ms, from the question to the answer in the page.
 * @param page of `workerPage`
 * @param times how often it is asked; once more before, since the first run compiles
 */
export function warmAnswers<K extends Question>(
  page: Page,
  kind: K,
  asked: Parameters<Questions[K]>,
  times: number,
): Promise<number[]> {
  return page.evaluate(
    async ([kind, asked, times]) => {
      const question = window.client.ask as (kind: Question, ...asked: unknown[]) => Promise<unknown>;
      const ask = () => question(kind, ...asked);
      await ask();
      const values: number[] = [];
      for (let run = 0; run < times; run++) {
        const start = performance.now();
        await ask();
        values.push(performance.now() - start);
      }
      return values;
    },
    [kind, asked, times] as const,
  );
}
