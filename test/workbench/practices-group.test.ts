import { describe, expect, it } from "vitest";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { pageData } from "../../src/workbench/page-data.js";
import { gapsOf, gapWords } from "../../src/workbench/practices/practice-gaps.js";
import { practicesGroup } from "../../src/workbench/practices/practices-group.js";
import { sourceLinks } from "../../src/workbench/source-link.js";
import { Workbench } from "../../src/workbench/store.js";
import { contextWith, hostileName, said } from "../support/page/page.js";
import { model, rowsOf } from "../support/model/real-model.js";

const data = pageData(rowsOf, "0123abcd", {});
const groups = "chicago-ibic-chamber-advocacy";

/** The group as a page has it, with hands. */
function open(there: Partial<ScenarioDocument> = {}, from = data, on = model) {
  const context = contextWith();
  const workbench = new Workbench(on, "0123abcd", null, { ...untouched, ...there });
  const sourceLink = sourceLinks(context.document, from.sources, context.link);
  const group = practicesGroup({ context, workbench, sourceLink }, from);
  context.document.body.append(group);
  const details = group.querySelector("details.add-practices")!;
  const event = (name: string) => new context.document.defaultView!.Event(name);
  return {
    ...{ group, workbench },
    unfold() {
      Object.assign(details, { open: true });
      details.dispatchEvent(event("toggle"));
    },
    button: (name: RegExp) =>
      [...group.querySelectorAll("button")].find((made) => name.test(made.getAttribute("aria-label") ?? ""))!,
    type(text: string) {
      const input = group.querySelector<HTMLInputElement>("input[type=search]")!;
      input.value = text;
      input.dispatchEvent(event("input"));
    },
    gaps: () => [...group.querySelectorAll(".gap-head")].map((head) => head.textContent),
  };
}
const viewing = (city: string) => ({ view: { city } });

describe("add practices for this gap", () => {
  it("makes no list before it is opened", () => {
    expect(open(viewing("auckland")).group.querySelectorAll(".practice-list, button")).toHaveLength(0);
  });

  it("shows each dimension that was mapped below the target, the widest gap first, with practices of other places", () => {
    const { unfold, gaps, group } = open(viewing("auckland"));
    unfold();
    expect(gaps()).toEqual([
      "political: 0 of 1 at the mapping",
      "legal: 3 of 7 at the mapping",
      "social: 10 of 10.5 at the mapping",
    ]);
    const lists = [...group.querySelectorAll(".practice-gap .practice-list")];
    expect(lists.map((list) => list.children.length)).toEqual([3, 3, 3]);
    expect(said(lists[0])).toContain(
      "political: Auckland has none; the median of the mapped cities is 1; about voting and participation",
    );
    for (const link of group.querySelectorAll(".practice-gap .practice-name a")) {
      const practice = model.practices.get(link.getAttribute("href")!.split("#")[1]!)!;
      expect(practice.name).toBe(link.textContent);
      expect(practice.city).not.toBe("auckland");
    }
  });

  it("adopts at a press, keeps the gap in place with what it has come to, and takes back at another", () => {
    const { unfold, button, gaps, workbench } = open(viewing("auckland"));
    unfold();
    const adopt = button(/^Adopt .+ in Auckland$/);
    adopt.click();
    expect(workbench.document.levers).toHaveLength(1);
    expect(workbench.undoLabel).toMatch(/^Practice .+, Auckland: adopted$/);
    expect(adopt.getAttribute("aria-pressed")).toBe("true");
    expect(gaps()[0]).toBe("political: 0 of 1 at the mapping, 1 in this scenario");
    adopt.click();
    expect(workbench.document.levers).toEqual([]);
    expect(adopt.getAttribute("aria-pressed")).toBe("false");
    workbench.undo();
    expect(adopt.getAttribute("aria-pressed")).toBe("true");
  });

  it("shows more when asked, until there are no more", () => {
    const { unfold, button, group } = open(viewing("auckland"));
    unfold();
    const list = group.querySelector(".practice-list")!;
    const political = [...model.practices.values()].filter(
      ({ city, dimensions }) => city !== "auckland" && dimensions.includes("political"),
    );
    const more = button(/^Show more political practices$/);
    for (let i = 0; i < 200 && !more.hidden; i++) more.click();
    expect(list.children).toHaveLength(political.length);
  });

  it("follows the city in view and the target", () => {
    const { unfold, gaps, workbench, group } = open(viewing("auckland"));
    unfold();
    workbench.change({ ...workbench.document, ...viewing("lisbon") }, "City: Lisbon");
    expect(gaps()).toEqual([]);
    expect(said(group)).toContain("Lisbon was mapped at or above the median of the mapped cities");
    workbench.change({ ...workbench.document, target: { kind: "best" } }, "Target");
    expect(gaps()).toEqual(gapsOf(workbench.view, "lisbon").map(gapWords));
    expect(gaps().length).toBeGreaterThan(2);
  });

  it("begins with the city that is covered least where all are in view", () => {
    const { unfold, group, gaps } = open();
    unfold();
    expect(group.querySelector("option[selected]")!.textContent).toBe("Kuala Lumpur");
    expect(gaps()[0]).toBe("political: 0 of 1 at the mapping");
  });
});

describe("the search by name", () => {
  it("finds a practice of any dimension, with what it adds, and adopts it", () => {
    const { unfold, type, button, workbench, group } = open(viewing("lisbon"));
    unfold();
    type("new kiwis");
    expect(said(group.querySelector(".found"))).toBe("2 practices.");
    expect(said(group.querySelector(".practice-search .practice-list"))).toContain(
      "adds one economic initiative.",
    );
    button(/^Adopt New Kiwis in Lisbon$/).click();
    expect(workbench.document.levers).toEqual([
      { kind: "practice", city: "lisbon", practice: "auckland-new-kiwis" },
    ]);
    type("zzzz");
    expect(said(group.querySelector(".found"))).toBe("No practice has these words in its name or place.");
  });

  it("offers no practice to the city it comes from, and says so", () => {
    const { unfold, type, group } = open(viewing("auckland"));
    unfold();
    type("new kiwis");
    const found = group.querySelector(".practice-search li")!;
    expect(said(found)).toContain("Already there: it is Auckland’s own");
    expect(found.querySelector("button")!.hidden).toBe(true);
  });

  it("says where all cities have adopted it", () => {
    const { unfold, type, group } = open({
      ...viewing("lisbon"),
      levers: [{ kind: "practice", city: "all", practice: "auckland-new-kiwis" }],
    });
    unfold();
    type("new kiwis");
    expect(said(group.querySelector(".practice-search li"))).toContain("Adopted in all cities");
  });
});

describe("the practices adopted", () => {
  const levers = [
    { kind: "practice" as const, city: "auckland", practice: groups, start: 2 },
    { kind: "practice" as const, city: "all", practice: "barcelona-anti-rumour-strategy" },
    { kind: "practice" as const, city: "chicago", practice: groups },
  ];
  const lines = (group: HTMLElement) => [...group.querySelectorAll(".adopted")];

  it("are listed with place, part, cost, source and a way to take them back", () => {
    const { group, button, workbench } = open({ levers });
    expect(lines(group)).toHaveLength(3);
    const [first, second, third] = lines(group).map(said);
    expect(first).toMatch(
      /, Auckland ?Timing.*From Chicago; adds one political initiative; costs what the assumptions/,
    );
    expect(second).toContain("Anti-Rumour Strategy, all cities");
    expect(second).toMatch(
      /costs €245,000 a year as documented \(annual budget .*\), at the prices of the country where it is adopted\. seidle-2019, /,
    );
    expect(third).toContain("Chicago has it already: nothing is added.");
    expect(lines(group)[0]!.querySelector(".practice-name a")!.getAttribute("href")).toBe(
      `/site/practices#${groups}`,
    );
    expect(lines(group)[0]!.querySelector(".timing")!.classList.contains("changed")).toBe(true);
    button(/^Remove Practice Anti-Rumour Strategy, all cities$/).click();
    expect(workbench.document.levers).toEqual([levers[0], levers[2]]);
    expect(lines(group)).toHaveLength(2);
    workbench.undo();
    expect(lines(group).map(said)[1]).toContain("Anti-Rumour Strategy");
  });

  it("are those of the city in view and those of all", () => {
    const { group, workbench } = open({ levers, ...viewing("auckland") });
    expect(lines(group)).toHaveLength(2);
    workbench.change({ ...workbench.document, ...viewing("lisbon") }, "City: Lisbon");
    expect(lines(group)).toHaveLength(1);
    workbench.change({ ...workbench.document, levers: [] }, "Reset levers");
    expect(said(group.querySelector(".none"))).toBe("No practice is adopted in Lisbon.");
  });

  it("have names that are text, whatever they hold", () => {
    const named = data.practices.map((of) => (of.id === groups ? { ...of, name: hostileName } : of));
    const practices = new Map(model.practices);
    practices.set(groups, { ...practices.get(groups)!, name: hostileName });
    const { group, unfold, type } = open({ levers }, { ...data, practices: named }, { ...model, practices });
    unfold();
    type("img src");
    expect(said(group.querySelector(".adopted .practice-name"))).toContain(hostileName);
    expect(group.querySelector("img")).toBeNull();
  });
});
