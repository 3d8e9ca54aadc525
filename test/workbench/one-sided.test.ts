import { describe, expect, it } from "vitest";
import { untouched } from "../../src/scenario/document.js";
import { assumptionsPanel } from "../../src/workbench/levers/assumptions-panel.js";
import { briefAssumptions } from "../../src/workbench/brief/brief-assumptions.js";
import { run } from "../../src/workbench/run.js";
import { Workbench } from "../../src/workbench/store.js";
import { emptyPage, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";

const cheap = { ...untouched, overrides: { "cost-social": { central: 1_000 } } };

describe("assumptions", () => {
  it("say so where the central value is an end of the range, in the panel and in the brief", () => {
    const document = emptyPage();
    const workbench = new Workbench(model, "0123abcd", null);
    const panel = assumptionsPanel(document, workbench, {}, () => document.createElement("a"));
    const words = () => panel.querySelector<HTMLElement>("[data-assumption=cost-social] .one-sided")!;
    expect(words().hidden).toBe(true);
    workbench.change(cheap, "cheap");
    expect(words().hidden).toBe(false);
    expect(said(words())).toBe("The central value is an end of the range, so all draws lie above it.");
    workbench.change({ ...untouched, overrides: { "cost-social": { central: 2e7 } } }, "dear");
    expect(said(words())).toContain("all draws lie below it");
    workbench.undo();
    workbench.undo();
    expect(words().hidden).toBe(true);
    const brief = said(briefAssumptions(document, valueOf(run(model, cheap))));
    expect(brief).toContain("The central value is an end of the range, so all draws lie above it.");
    expect(brief.match(/is an end of the range/g)).toHaveLength(1);
  });
});
