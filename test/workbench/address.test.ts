import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { encodeScenario } from "../../src/scenario/link.js";
import { followAddress, hashFor, type AddressWindow } from "../../src/workbench/address.js";
import { todayOf } from "../../src/workbench/today.js";
import { Workbench } from "../../src/workbench/store.js";
import { emptyPage, said } from "../support/page/page.js";
import { model } from "../support/model/real-model.js";

const cut: ScenarioDocument = {
  ...untouched,
  levers: [{ kind: "funding", city: "rotterdam", change: -0.5, start: 0, ramp: 1 }],
};
const today = { model, dataVersion: "0123abcd" };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page at an address, with the hands of a reader and of the browser. */
function open(hash = "", search = "?x=1") {
  const document = emptyPage();
  const place = document.createElement("div");
  document.body.append(place);
  const workbench = new Workbench(model, today.dataVersion, null);
  const listeners = new Map<string, () => void>();
  const location = { hash, pathname: "/scenarios", search };
  const writings: string[] = [];
  const window = {
    location,
    history: {
      state: null,
      replaceState(_: unknown, __: string, address: string) {
        writings.push(address);
        location.hash = /#.+/.exec(address)?.[0] ?? "";
      },
    },
    addEventListener: (type: string, listener: () => void) => listeners.set(type, listener),
    removeEventListener: (type: string) => listeners.delete(type),
    setTimeout: (act: () => void, time: number) => setTimeout(act, time),
    clearTimeout: (id: number | undefined) => clearTimeout(id),
  } as unknown as AddressWindow;
  const end = followAddress(document, window, workbench, place);
  return {
    ...{ document, place, workbench, location, writings, end, listeners },
    go(next: string) {
      location.hash = next;
      listeners.get("hashchange")!();
    },
  };
}

describe("followAddress", () => {
  it("opens a documented case by its name, and then writes the scenario in place of the name", () => {
    const { workbench, writings } = open("", "?x=1&preset=rotterdam-cut");
    expect(workbench.document).toMatchObject({
      preset: "rotterdam-cut",
      levers: [{ kind: "funding", city: "rotterdam", change: -0.5 }],
    });
    vi.runAllTimers();
    expect(writings).toHaveLength(1);
    expect(writings[0]).toMatch(/^\/scenarios\?x=1#s=/);
  });

  it("tells of a case that is not offered, and changes nothing", () => {
    const { workbench, place } = open("", "?preset=<b>none</b>");
    expect(workbench.document).toBe(untouched);
    expect(place.textContent).toContain("not offered");
    expect(place.querySelector("b")).toBeNull();
  });

  it("opens the scenario of the hash, not the case of the query", () => {
    const { workbench } = open(`#s=${encodeScenario(cut, today)}`, "?preset=auckland-levy");
    expect(workbench.document.levers).toEqual(cut.levers);
  });

  it("opens the scenario of the address at once, as a step that can be undone", () => {
    const { workbench, writings, place } = open(`#s=${encodeScenario(cut, today)}`);
    expect(workbench.document.levers).toEqual(cut.levers);
    expect(workbench.undoLabel).toBe("Open the link");
    vi.runAllTimers();
    expect(writings).toEqual([]);
    expect(place.childElementCount).toBe(0);
  });

  it("writes a change after 300 ms, and many in a row once", () => {
    const { workbench, writings, location } = open();
    for (const change of [-0.1, -0.2, -0.3])
      workbench.change({ ...cut, levers: [{ kind: "funding", city: "rotterdam", change }] }, "move", "g");
    vi.advanceTimersByTime(299);
    expect(writings).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(writings).toHaveLength(1);
    expect(writings[0]).toMatch(/^\/scenarios\?x=1#s=\w/);
    expect(location.hash).toBe(hashFor(workbench, ""));
  });

  it("takes the scenario out of the address when nothing is changed any more", () => {
    const { workbench, location } = open(`#s=${encodeScenario(cut, today)}`);
    workbench.change(untouched, "reset");
    vi.runAllTimers();
    expect(location.hash).toBe("");
  });

  it("follows the address when it changes", () => {
    const { workbench, go } = open();
    go(`#s=${encodeScenario(cut, today)}`);
    expect(workbench.document.levers).toEqual(cut.levers);
    go("");
    expect(workbench.document).toEqual(untouched);
  });

  it.each([
    ["cut off", `#s=${encodeScenario(cut, today).slice(0, 40)}`],
    ["empty", "#s="],
    ["with a script", "#s=<img src=x onerror=alert(1)>"],
    ["of letters", "#s=constructor"],
    ["huge", `#s=1${"A".repeat(200_000)}`],
  ])("tells of a link that is %s as an alert and shows the baseline", (_, hash) => {
    const { workbench, place, location, document } = open(hash);
    expect(said(place.querySelector("[role=alert]"))).toMatch(
      /^This link could not be opened: .+ The baseline is shown instead\.$/,
    );
    expect(document.querySelector("img")).toBeNull();
    expect(workbench.document).toEqual(untouched);
    vi.runAllTimers();
    expect(location.hash).toBe(hash);
  });

  it("takes the alert away with the reader's first change, whose link takes its place", () => {
    const { workbench, place, location } = open("#s=broken");
    workbench.change(cut, "cut");
    vi.runAllTimers();
    expect(place.childElementCount).toBe(0);
    expect(location.hash).toBe(hashFor(workbench, ""));
  });

  it("takes the alert away when the broken link is taken out of the address", () => {
    const { place, go } = open("#s=1broken");
    expect(said(place)).toContain("This link could not be opened");
    go("");
    expect(said(place)).toBe("");
  });

  it("brings the baseline for a broken link that follows a sound one, and undo brings back what was there", () => {
    const { workbench, go } = open(`#s=${encodeScenario(cut, today)}`);
    go("#s=broken");
    expect(workbench.document).toEqual(untouched);
    workbench.undo();
    expect(workbench.document.levers).toEqual(cut.levers);
  });

  it("tells in a status what differs of a link made on other data, until it is dismissed", () => {
    const rows = model.baseline.initiatives.slice();
    rows[0]! -= 3;
    const old = {
      model: { ...model, baseline: { ...model.baseline, initiatives: rows } },
      dataVersion: "3f2a",
    };
    const { place, workbench, location } = open(`#s=${encodeScenario(cut, old)}`);
    const words = said(place.querySelector("[role=status]"));
    expect(words).toMatch(/Made on data 3f2a: coverage was 0\.\d+, with today's data it is 0\.\d+\./);
    expect(words).toMatch(/1 figure was revised: Auckland, social initiatives: 7 then, 10 now\./);
    expect(workbench.document.levers).toEqual(cut.levers);
    const before = location.hash;
    vi.runAllTimers();
    expect(location.hash).toBe(before);
    place.querySelector("button")!.click();
    expect(place.childElementCount).toBe(0);
  });

  it("leaves the scenario alone where the address names a figure, and keeps both", () => {
    const { workbench, go, location } = open(`#s=${encodeScenario(cut, today)}`);
    go("#waterfall");
    expect(workbench.document.levers).toEqual(cut.levers);
    expect(location.hash).toBe(`${hashFor(workbench, "")}&figure=waterfall`);
    const again = open(location.hash);
    expect(again.workbench.document.levers).toEqual(cut.levers);
    expect(again.place.childElementCount).toBe(0);
    again.workbench.change(untouched, "reset");
    vi.runAllTimers();
    expect(again.location.hash).toBe("#waterfall");
  });

  it("leaves a figure's anchor as it is while nothing is changed", () => {
    const { workbench, location, writings } = open("#coverage-by-city");
    vi.runAllTimers();
    expect([workbench.document, location.hash, writings]).toEqual([untouched, "#coverage-by-city", []]);
  });

  it("writes nothing after its end", () => {
    const { workbench, writings, end } = open();
    workbench.change(cut, "cut");
    end();
    workbench.change(untouched, "reset");
    vi.runAllTimers();
    expect(writings).toEqual([]);
  });

  it("has the versions of the moment", () => {
    expect(todayOf(open().workbench)).toEqual(today);
  });
});
