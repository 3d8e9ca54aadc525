import type { Locator, Page } from "playwright-core";
import { inject } from "vitest";
import { chartFigure } from "../../../src/charts/chart-figure.js";
import type { ChartSpec } from "../../../src/charts/chart-spec.js";
import type { Figure, Options } from "../../../src/components/figure.js";
import { figures } from "../../../src/figures/registry.js";
import { pagesOf, type BuiltPage } from "../site/pages-of-site.js";

/** A published report as the site was built. */
export interface BuiltReport extends BuiltPage {
  slug: string;
  title: string;
}

/** Every published report of the built site. */
export const builtReports: BuiltReport[] = pagesOf(inject("siteFolder"))
  .filter(({ document }) => document.querySelector(".report-head"))
  .map((page) => ({
    ...page,
    slug: page.path.replace("reports/", ""),
    title: page.document.querySelector("h1")!.textContent.trim(),
  }));

/** A table of them for `test.each`, with the address in front. */
export const eachReport = builtReports.map((report) => [`/${report.path}`, report] as const);

/** The report of a slug. */
export function builtReport(slug: string): BuiltReport {
  const found = builtReports.find((report) => report.slug === slug);
  if (!found) throw new Error(`no report ${slug} is published`);
  return found;
}

/** A figure with a query in a report, with the choices that its page opens with. */
export interface FigureOfPage {
  frame: HTMLElement;
  figure: Figure;
  options: Options;
  /** Path of the file of its rows. */
  rows: string;
  fixed: boolean;
}

/** The figures of a report in their order, the author's own among them; scenarios, which have no query, are none. */
export function figuresIn({ document }: BuiltReport): FigureOfPage[] {
  return [...document.querySelectorAll<HTMLElement>("figure[data-figure]")].map((frame) => {
    const { chart, first, options: given, fixed } = frame.dataset;
    const figure = chart ? chartFigure(JSON.parse(chart) as ChartSpec) : figures[frame.id]!;
    const read = (text = "{}") => JSON.parse(text) as Options;
    return {
      frame,
      figure,
      options: { ...figure.options, ...read(first), ...read(given) },
      rows: figure.rowsFile ? `/data/charts/${figure.rowsFile}.arrow` : `/data/figures/${frame.id}.arrow`,
      fixed: fixed !== undefined,
    };
  });
}

/** The figure in the page, in view and live. */
export async function liveFigure(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`#${id}[data-live]`).waitFor({ state: "attached" });
  return figure;
}
