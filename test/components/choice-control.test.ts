import { describe, expect, it } from "vitest";
import { choiceControl } from "../../src/components/choice-control.js";
import { citiesChoice, everyMappedCity } from "../../src/figures/mapped-cities.js";
import type { Choice } from "../../src/components/figure.js";
import "../support/evidence/real-evidence.js";
import { emptyPage, hostileName, said } from "../support/page/page.js";

const measure: Choice = {
  name: "measure",
  label: "Show",
  values: [
    { value: "initiatives", label: "initiatives" },
    { value: "actors", label: "actors" },
  ],
};

function control(choice: Choice, value: string) {
  const document = emptyPage();
  const chosen: string[] = [];
  const { field: group, set } = choiceControl(document, choice, value, (now) => chosen.push(now));
  const inputs = [...group.querySelectorAll("input")];
  const { Event } = document.defaultView!;
  const press = (name: string) => {
    const input = inputs.find((d) => d.value === name)!;
    if (input.type === "radio") for (const other of inputs) other.checked = false;
    input.checked = !input.checked;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const buttons = () => [...group.querySelectorAll("button")].filter((button) => !button.hidden);
  const click = (name: string) =>
    buttons()
      .find((button) => said(button) === name)!
      .dispatchEvent(new Event("click", { bubbles: true }));
  return {
    group,
    set,
    inputs,
    chosen,
    press,
    click,
    offered: () => buttons().map(said),
    checked: () => inputs.filter((d) => d.checked).map((d) => d.value),
    status: () => said(group.querySelector("[role=status]")),
  };
}

describe("choiceControl(document, choice, value, onChange)", () => {
  it("is a group named by the choice, with one named radio button a value", () => {
    const { group, inputs } = control(measure, "actors");
    expect(group.localName).toBe("fieldset");
    expect(said(group.querySelector("legend"))).toBe("Show");
    expect(inputs.map((input) => [input.type, said(input.parentElement), input.checked])).toEqual([
      ["radio", "initiatives", false],
      ["radio", "actors", true],
    ]);
    expect(new Set(inputs.map((input) => input.getAttribute("name")))).toEqual(new Set(["measure"]));
  });

  it("tells the value chosen", () => {
    const { chosen, press } = control(measure, "actors");
    press("initiatives");
    expect(chosen).toEqual(["initiatives"]);
  });

  it("offers the eight cities as checkboxes with their names", () => {
    const { inputs, checked } = control(citiesChoice, everyMappedCity());
    expect(inputs.map((input) => [input.type, said(input.parentElement)])).toEqual(
      citiesChoice.values.map(({ label }) => ["checkbox", label]),
    );
    expect(checked()).toHaveLength(8);
    expect(inputs.some((input) => input.disabled)).toBe(false);
  });

  it("tells several values in the order offered, whatever the order of choosing", () => {
    const { chosen, press } = control(citiesChoice, "sao-paulo,nairobi");
    press("auckland");
    press("lisbon");
    expect(chosen).toEqual(["auckland,nairobi,sao-paulo", "auckland,lisbon,nairobi,sao-paulo"]);
  });

  it("puts back a box that would leave fewer than two, says why, and lets every box be pressed", () => {
    const { inputs, press, checked, chosen, status } = control(citiesChoice, "lisbon,nairobi,chicago");
    press("chicago");
    expect(status()).toBe("");
    press("lisbon");
    expect(checked()).toEqual(["lisbon", "nairobi"]);
    expect(status()).toBe("At least two cities stay chosen.");
    expect(inputs.filter((input) => input.disabled)).toEqual([]);
    press("auckland");
    expect(status()).toBe("");
    expect(chosen).toEqual(["lisbon,nairobi", "auckland,lisbon,nairobi"]);
  });

  it("puts back a box that would be one too many, and says why", () => {
    const three: Choice = { ...citiesChoice, several: { least: 2, most: 3 } };
    const { press, checked, chosen, status, offered } = control(three, "lisbon,nairobi");
    expect(offered()).toEqual(["Clear"]);
    press("chicago");
    press("auckland");
    expect(checked()).toEqual(["chicago", "lisbon", "nairobi"]);
    expect(status()).toBe("Auckland was not added: at most three cities can be chosen. Untick one first.");
    expect(chosen).toEqual(["chicago,lisbon,nairobi"]);
  });

  it("says beforehand how many can be chosen, where that is not all", () => {
    const three: Choice = { ...citiesChoice, several: { least: 2, most: 3 } };
    const { group, press } = control(three, "lisbon,nairobi");
    const hint = () => said(group.querySelector(".hint"));
    expect(hint()).toBe("Choose up to three.");
    press("chicago");
    expect(hint()).toBe("Three are chosen, the most there can be: untick one to choose another.");
    press("chicago");
    expect(hint()).toBe("Choose up to three.");
    expect(control(citiesChoice, everyMappedCity()).group.querySelector(".hint")).toBeNull();
  });

  it("goes from eight to any two with three presses: Clear, and the two", () => {
    const { press, click, checked, chosen, status, offered } = control(citiesChoice, everyMappedCity());
    expect(offered()).toEqual(["Clear"]);
    click("Clear");
    expect(checked()).toEqual([]);
    expect(status()).toMatch(/^Choose at least two cities; until then/);
    press("nairobi");
    expect(status()).toMatch(/^Choose at least two cities; until then/);
    expect(chosen).toEqual([]);
    press("lisbon");
    expect(status()).toBe("");
    expect(chosen).toEqual(["lisbon,nairobi"]);
    press("lisbon");
    expect(checked()).toEqual(["lisbon", "nairobi"]);
    expect(chosen).toEqual(["lisbon,nairobi"]);
  });

  it("tells the page of an empty choice at once, where nothing may be chosen", () => {
    const any: Choice = { ...citiesChoice, label: "Places", several: { least: 0, most: 3 } };
    const { press, click, checked, chosen, status } = control(any, "lisbon,nairobi");
    click("Clear");
    expect([chosen, checked(), status()]).toEqual([[""], [], "No places are chosen."]);
    press("nairobi");
    press("nairobi");
    expect(chosen).toEqual(["", "nairobi", ""]);
    expect(checked()).toEqual([]);
  });

  it("lets a first tick after Clear be taken back", () => {
    const { press, click, checked } = control(citiesChoice, everyMappedCity());
    click("Clear");
    press("nairobi");
    press("nairobi");
    expect(checked()).toEqual([]);
  });

  it("offers all cities where not all are chosen", () => {
    const { click, chosen, offered, checked } = control(citiesChoice, "lisbon,nairobi");
    expect(offered()).toEqual(["All cities", "Clear"]);
    click("All cities");
    expect(chosen).toEqual([everyMappedCity()]);
    expect(checked()).toHaveLength(8);
    expect(offered()).toEqual(["Clear"]);
    click("Clear");
    expect(offered()).toEqual(["All cities"]);
  });

  it("shows a label from data as text", () => {
    const { group } = control({ ...measure, values: [{ value: "a", label: hostileName }] }, "a");
    expect(group.querySelector("img")).toBeNull();
    expect(said(group.querySelector("label"))).toBe(hostileName);
  });
});

describe("choiceControl of values in groups", () => {
  const places: Choice = {
    name: "places",
    label: "Places",
    values: [
      { value: "KEN", label: "Kenya", group: "Countries" },
      { value: "NZL", label: "New Zealand", group: "Countries" },
      { value: "lisbon", label: "Lisbon", group: "Cities" },
    ],
    several: { least: 0, most: 1 },
    empty: ({ indicator }) => new Set(indicator === "refugees" ? ["lisbon"] : []),
  };

  it("has a named group in the group for each, in the order offered", () => {
    const { group, chosen, press } = control(places, "");
    const groups = [...group.querySelectorAll("fieldset")];
    expect(groups.map((one) => [...one.querySelectorAll("legend, label")].map(said))).toEqual([
      ["Countries", "Kenya", "New Zealand"],
      ["Cities", "Lisbon"],
    ]);
    press("NZL");
    expect(chosen).toEqual(["NZL"]);
  });

  it("says in the group of a box why it was put back, and nowhere else", () => {
    const two: Choice = { ...places, several: { least: 0, most: 2 } };
    const { group, press } = control(two, "KEN,NZL");
    press("lisbon");
    expect([...group.querySelectorAll("[role=status]")].map(said)).toEqual([
      "",
      "Lisbon was not added: at most two places can be chosen. Untick one first.",
      "",
    ]);
  });

  it("marks what has nothing to show, and takes the mark away", () => {
    const document = emptyPage();
    const { field, follow } = choiceControl(document, places, "", () => {});
    const labels = () => [...field.querySelectorAll("label")].map(said);
    follow!({ indicator: "refugees" });
    expect(labels()).toEqual(["Kenya", "New Zealand", "Lisbon no number"]);
    expect(field.querySelectorAll("label.empty, input:disabled")).toHaveLength(1);
    follow!({ indicator: "migrants" });
    expect(labels()).toEqual(["Kenya", "New Zealand", "Lisbon"]);
  });
});

describe("set(value) of a control", () => {
  it("shows a choice that came from elsewhere, and tells nobody of it", () => {
    const one = control(measure, "initiatives");
    one.set("actors");
    expect(one.checked()).toEqual(["actors"]);
    const several = control(citiesChoice, everyMappedCity());
    several.click("Clear");
    several.set("lisbon,nairobi");
    expect(several.checked()).toEqual(["lisbon", "nairobi"]);
    expect(several.status()).toBe("");
    expect([...one.chosen, ...several.chosen]).toEqual([]);
    several.press("chicago");
    expect(several.chosen).toEqual([expect.stringContaining("chicago")]);
  });

  it("of a list too", () => {
    const list = choiceControl(emptyPage(), { ...measure, control: "list" }, "initiatives", () => {});
    list.set("actors");
    expect([...list.field.querySelectorAll("option")].filter((d) => d.selected).map((d) => d.value)).toEqual([
      "actors",
    ]);
  });
});

describe("choiceControl of many values", () => {
  const currency: Choice = { ...measure, name: "currency", label: "Currency", control: "list" };

  it("is a list named by the choice, with the value chosen", () => {
    const { group } = control(currency, "actors");
    const list = group.querySelector("select")!;
    expect(group.localName).toBe("label");
    expect(said(group)).toMatch(/^Currency/);
    expect([...list.querySelectorAll("option")].map((option) => option.hasAttribute("selected"))).toEqual([
      false,
      true,
    ]);
  });

  it("leaves out what has nothing to show, but never what is chosen", () => {
    const followed: Choice = { ...currency, empty: () => new Set(["actors"]) };
    const { field, follow } = choiceControl(emptyPage(), followed, "initiatives", () => {});
    const options = () => [...field.querySelectorAll("option")].map((option) => option.value);
    follow!({ currency: "initiatives" });
    expect(options()).toEqual(["initiatives"]);
    follow!({ currency: "actors" });
    expect(options()).toEqual(["initiatives", "actors"]);
    expect(field.querySelector("select")!.value).toBe("actors");
  });
});
