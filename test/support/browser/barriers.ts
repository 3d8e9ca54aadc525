import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules whose answer depends on the colour scheme. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds on a page, one line an element: by every rule it has on by itself (WCAG A and AA and best
 * practices), and the size of targets (WCAG 2.2 AA), which it has off. None is left out.
 *
 * Run as it is instead of through `@axe-core/playwright`, which brings back every element that passed and takes four
 * times as long; a page of ours has no frame, for which that would be needed.
 * @param only rules to try; default all
 */
export async function barriers(page: Page, only?: string[]): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
      ...(only && { runOnly: only }),
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}`),
    );
  }, only);
}

type Axe = typeof import("axe-core");
