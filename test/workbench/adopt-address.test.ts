import { describe, expect, it } from "vitest";
import { setAsideWords } from "../../src/scenario/set-aside-words.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { adoptFromAddress, askedAdoption } from "../../src/workbench/practices/adopt-address.js";
import { Workbench } from "../../src/workbench/store.js";
import { emptyPage, said } from "../support/page/page.js";
import { ghent } from "../support/model/own-city.js";
import { model } from "../support/model/real-model.js";

const groups = "chicago-ibic-chamber-advocacy";
const rumours = "barcelona-anti-rumour-strategy";

/** A page that is opened at an address, with a scenario that is already there. */
function open(search: string, there: Partial<ScenarioDocument> = {}) {
  const document = emptyPage();
  const place = document.createElement("div");
  document.body.append(place);
  const workbench = new Workbench(model, "0123abcd", null, { ...untouched, ...there });
  const written: string[] = [];
  adoptFromAddress(
    document,
    {
      location: { search, pathname: "/scenarios", hash: "#waterfall" },
      history: { state: null, replaceState: (_: unknown, __: string, to: string) => written.push(to) },
    } as unknown as Parameters<typeof adoptFromAddress>[1],
    workbench,
    place,
  );
  return { workbench, written, place, levers: workbench.document.levers };
}
const practice = (id: string, city = "auckland") => ({ kind: "practice", city, practice: id });

describe("an address that adopts", () => {
  it("adopts its practices in its city as one step, brings it into view, and leaves the address", () => {
    const { workbench, written, place } = open(`?adopt=${groups},${rumours}&city=auckland&x=1`);
    expect(workbench.document.levers).toEqual([practice(groups), practice(rumours)]);
    expect(workbench.document.view.city).toBe("auckland");
    expect(workbench.undoLabel).toBe("Adopt 2 practices, Auckland");
    expect(written).toEqual(["/scenarios?x=1#waterfall"]);
    expect(place.childElementCount).toBe(0);
    workbench.undo();
    expect(workbench.document).toEqual(untouched);
  });

  it("adds to the scenario that is shown, and nothing twice", () => {
    const cut = { kind: "funding" as const, city: "auckland", change: -0.5 };
    const there = {
      levers: [cut, { kind: "practice" as const, city: "auckland", practice: groups, start: 3 }],
    };
    const { levers, workbench } = open(`?adopt=${groups},${rumours},${rumours}&city=auckland`, there);
    expect(levers).toEqual([...there.levers, practice(rumours)]);
    expect(workbench.document.preset).toBeUndefined();
  });

  it("may mean all cities", () => {
    expect(open(`?adopt=${rumours}&city=all`).levers).toEqual([practice(rumours, "all")]);
  });

  it("names one practice in its step", () => {
    expect(open(`?adopt=${rumours}&city=lisbon`).workbench.undoLabel).toBe(
      "Practice Anti-Rumour Strategy, Lisbon: adopted",
    );
  });

  it.each([
    [
      `?adopt=${rumours},nonsense&city=lisbon`,
      1,
      "“nonsense” is not in the register of practices: it was left out.",
    ],
    [`?adopt=a,b&city=lisbon`, 0, "“a” and “b” are not in the register of practices: they were left out."],
    [`?adopt=a,b,c,d,e,f,g&city=lisbon`, 0, "“e” and 2 more are not in the register"],
    [`?adopt=&city=lisbon`, 0, "names none"],
    [`?adopt=${rumours}`, 0, "it does not say for which city"],
    [`?adopt=${rumours}&city=atlantis`, 0, "there is no city “atlantis”"],
    [`?adopt=${rumours}&city=lisbon&city=nairobi`, 1, "several cities; the first is taken"],
    [`?adopt=${rumours}&city=amman`, 0, "Amman cannot be simulated, for its initiatives"],
    [`?adopt=${groups}&city=chicago`, 0, "is Chicago’s own: nothing is added."],
    [
      `?adopt=${encodeURIComponent("<img src=x onerror=alert(1)>")}&city=lisbon`,
      0,
      "“<img src=x onerror=alert(1)>”",
    ],
  ])("tells of %s", (search, adopted, words) => {
    const { levers, place, written } = open(search);
    expect(levers).toHaveLength(adopted);
    expect(said(place.querySelector('[role="status"]'))).toContain(words);
    expect(place.querySelector("img")).toBeNull();
    expect(written).toEqual(["/scenarios#waterfall"]);
  });

  it("names a few and counts the others, however many there are", () => {
    const unknown = Array.from({ length: 2000 }, (_, i) => `p${i}`);
    const aside = [...model.setAside!.keys()];
    expect(aside.length).toBeGreaterThan(6);
    const { place } = open(`?adopt=${[...unknown, ...aside].join()}&city=lisbon`);
    expect(said(place)).toContain("“p0”, “p1”, “p2”, “p3”, “p4” and 1995 more are not in the register");
    expect(said(place)).toContain(`${aside.length - 5} more cannot be adopted either.`);
    expect(said(place).length).toBeLessThan(1500);
    const own = [...model.practices].flatMap(([id, { city }]) => (city === "chicago" ? [id] : []));
    expect(own.length).toBeGreaterThan(0);
    expect(said(open(`?adopt=${own.join()}&city=chicago`).place)).toMatch(/Chicago’s own: nothing is added/);
  });

  it("names each practice of the register that cannot be adopted, and why, also beside a city of the reader's own", () => {
    const whys = new Set<string>();
    for (const there of [{}, { ownCity: ghent }])
      for (const [id, { name, why }] of model.setAside!) {
        whys.add(why);
        const { levers, place } = open(`?adopt=${id}&city=lisbon`, there);
        expect(levers, id).toEqual([]);
        expect(said(place), id).toContain(`“${name}” ${setAsideWords[why]}: it was not adopted.`);
        expect(said(place), id).not.toContain("not in the register");
      }
    expect([...whys].sort()).toEqual(Object.keys(setAsideWords).sort());
  });

  it("is refused as a whole where the scenario has no room for it", () => {
    const levers = Array.from({ length: 200 }, () => ({ kind: "turned" as const, city: "lisbon", share: 0 }));
    const { workbench, place } = open(`?adopt=${rumours}&city=lisbon`, { levers });
    expect(workbench.document.levers).toEqual(levers);
    expect(said(place)).toContain("not adopted: a scenario has at most 200 levers");
  });

  it("is none without its question: other addresses are left alone", () => {
    for (const search of ["", "?city=auckland", "?x=1"]) {
      expect(askedAdoption(search, model)).toBeNull();
      expect(open(search).written).toEqual([]);
    }
  });
});
