import { describe, expect, it } from "vitest";
import { adoptablesOf, setAsideOf, noPractices } from "../../src/model/adoptable.js";
import { untouched } from "../../src/scenario/document.js";
import { recordOf } from "../../src/scenario/record.js";
import { listedRow } from "../../src/scenario/saved-listed.js";
import { pageData } from "../../src/workbench/page-data.js";
import { practicesGroup } from "../../src/workbench/practices/practices-group.js";
import { sourceLinks } from "../../src/workbench/source-link.js";
import { Workbench } from "../../src/workbench/store.js";
import { todayIn } from "../../src/workbench/today.js";
import { contextWith, said } from "../support/page/page.js";
import { model, rowsOf } from "../support/model/real-model.js";
import { here, missing, slowRegister } from "../support/page/awaited-page.js";

/** The group of practices as a page has it that does not wait for the register. */
function open() {
  const { register, comes, asked } = slowRegister();
  const context = contextWith();
  const workbench = new Workbench({ ...model, practices: noPractices }, "0123abcd", null);
  workbench.awaitsRegister = true;
  register.subscribe(({ kind }) => {
    if (kind === "here") workbench.receive(adoptablesOf(register.all), setAsideOf(register.all));
  });
  const data = { ...pageData(rowsOf, "0123abcd", {}), practices: [] };
  const sourceLink = sourceLinks(context.document, data.sources, context.link);
  const group = practicesGroup({ context, workbench, sourceLink }, data, register);
  context.document.body.append(group);
  const button = () => group.querySelector<HTMLButtonElement>(".register-room > button");
  return { group, workbench, comes, asked, button };
}

describe("the group of practices", () => {
  it("says that the register is still coming, and fills when it is here", async () => {
    const { group, workbench, comes, button } = open();
    expect(said(group)).toContain("The register of practices is still coming…");
    expect(button()!.hidden).toBe(true);
    await comes(here);
    expect(said(group)).not.toContain("still coming");
    const details = group.querySelector("details.add-practices")!;
    Object.assign(details, { open: true });
    details.dispatchEvent(new group.ownerDocument.defaultView!.Event("toggle"));
    group.querySelector<HTMLButtonElement>("button.adopt")!.click();
    expect(workbench.document.levers).toHaveLength(1);
    expect(group.querySelectorAll(".adopted")).toHaveLength(1);
  });

  it("says why the register did not come, and asks again without a reload", async () => {
    const { group, comes, asked, button } = open();
    await comes(missing);
    expect(said(group)).toContain("did not arrive (503)");
    button()!.click();
    expect([asked(), button()!.hidden]).toEqual([2, true]);
    expect(said(group)).toContain("still coming");
    button()!.click();
    expect(asked()).toBe(2);
    await comes(here);
    expect(group.querySelector(".add-practices")).not.toBeNull();
  });
});

describe("a saved scenario that adopts", () => {
  it("waits for the register, is not taken for one whose practice has left it, and opens when it is here", () => {
    const levers = [
      { kind: "practice" as const, city: "lisbon", practice: "barcelona-anti-rumour-strategy" },
    ];
    const record = recordOf({ ...untouched, levers }, { model, dataVersion: "0123abcd" });
    const row = { id: "a", name: "Adopting", saved: 1, record };
    const workbench = new Workbench({ ...model, practices: noPractices }, "0123abcd", null);
    workbench.awaitsRegister = true;
    const today = todayIn(workbench);
    const waiting = listedRow(row, today).opening;
    expect(waiting).toMatchObject({ ok: false, faults: [{ awaitsRegister: true }] });
    workbench.receive(model.practices, new Map());
    expect(listedRow(row, today).opening).toMatchObject({
      ok: true,
      value: { document: { levers }, notes: [] },
    });
  });
});
