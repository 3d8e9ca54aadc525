import { expect, it } from "vitest";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { reportTemplate } from "../../../loaders/reports/report-template.js";
import { readTexts } from "../../support/site/read-reports.js";

it("a new report has no problem, nothing to look at, and its figures", async () => {
  const text = reportTemplate({ title: '"What: the report"', author: "Ana Silva", date: "2026-11-30" });
  expect(takeApart("a.md", text).fields).toMatchObject({
    title: "What: the report",
    authors: ["Ana Silva"],
    status: "draft",
  });
  const { "/reports/new": read } = await readTexts({ "/reports/new": text }, undefined, true);
  expect(read!.problems).toEqual([]);
  expect(read!.advice).toEqual([]);
  expect(read!.html).toContain('id="coverage"');
  expect(read!.html).toContain('id="political-initiatives"');
});
