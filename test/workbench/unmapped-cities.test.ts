import { expect, it } from "vitest";
import { unmappedCities } from "../../src/workbench/levers/unmapped-cities.js";
import { emptyPage } from "../support/page/page.js";
import { model, rowsOf } from "../support/model/real-model.js";

it("names every city without a mapping, and says why", () => {
  const words = unmappedCities(emptyPage(), model)!.textContent ?? "";
  const unmapped = rowsOf("cities").filter(({ mapped }) => mapped !== true);
  expect(words).toContain(`No scenarios for ${unmapped.length} cities: nobody counted their initiatives`);
  for (const { name } of unmapped) expect(words).toContain(String(name));
  for (const id of model.baseline.cities) expect(words).not.toContain(model.baseline.names.get(id));
  expect(words).toContain("were not mapped");
});

it("says nothing where every city is mapped", () => {
  const names = new Map([...model.baseline.names].filter(([id]) => model.baseline.cities.includes(id)));
  expect(unmappedCities(emptyPage(), { ...model, baseline: { ...model.baseline, names } })).toBeNull();
});
