import { describe, expect, it } from "vitest";
import type { Marks } from "../../src/recommendations/marks.js";
import { placeOf } from "../../src/recommendations/place.js";
import { data, memoryStorage, storeOn } from "./real-page.js";

const lisbon = placeOf("lisbon", "", data.cities)!;
const ghent = placeOf("another-place", "Ghent", data.cities)!;
const started: Marks = new Map([["com-local-01", { state: "started", note: "" }]]);

describe("MarksStore", () => {
  it("keeps the marks of each place apart, and another visit finds them", () => {
    const storage = memoryStorage();
    storeOn(() => storage).write(lisbon, started);
    const later = storeOn(() => storage);
    expect(later.read(lisbon)).toEqual(started);
    expect(later.read(ghent).size).toBe(0);
    expect(later.trouble).toBe("");
  });

  it("finds another place whatever the case and accents of its name", () => {
    const storage = memoryStorage();
    const store = storeOn(() => storage);
    store.write(placeOf("another-place", "Málaga", data.cities)!, started);
    expect(store.read(placeOf("another-place", "malaga ", data.cities)!)).toEqual(started);
  });

  it("leaves nothing behind where no mark is left", () => {
    const storage = memoryStorage();
    const store = storeOn(() => storage);
    store.write(lisbon, started);
    store.write(lisbon, new Map());
    expect(storage.texts.size).toBe(0);
  });

  it("goes on for the visit where the browser keeps nothing, and says so", () => {
    const store = storeOn(() => {
      throw new DOMException("no", "SecurityError");
    });
    expect(store.read(lisbon).size).toBe(0);
    store.write(lisbon, started);
    expect(store.read(lisbon)).toEqual(started);
    expect(store.trouble).toMatch(/last for this visit only.*Export/);
  });

  it("goes on where the browser is full, with the newest marks, and keeps them once there is room", () => {
    const storage = memoryStorage();
    let full = true;
    const store = storeOn(() => ({
      ...storage,
      setItem: (key, text) => {
        if (full) throw new DOMException("full", "QuotaExceededError");
        storage.setItem(key, text);
      },
    }));
    store.write(lisbon, started);
    expect(store.trouble).toMatch(/no room left/);
    expect(store.read(lisbon)).toEqual(started);
    full = false;
    store.write(lisbon, started);
    expect(store.trouble).toBe("");
    expect(storeOn(() => storage).read(lisbon)).toEqual(started);
  });

  it("puts aside what it cannot read before anything is written over it", () => {
    const storage = memoryStorage();
    storage.setItem("arrivals-marks/lisbon", "{broken");
    const store = storeOn(() => storage);
    expect(store.read(lisbon).size).toBe(0);
    expect(store.trouble).toMatch(/put aside/);
    store.write(lisbon, started);
    expect(storage.texts.get("arrivals-marks/lisbon/unreadable")).toBe("{broken");
    expect(store.read(lisbon)).toEqual(started);
  });

  it("writes over nothing that it cannot read and cannot put aside: marks last for the visit, and it says so", () => {
    const storage = memoryStorage();
    storage.setItem("arrivals-marks/lisbon", "{broken");
    let full = true;
    const store = storeOn(() => ({
      ...storage,
      setItem: (key, text) => {
        if (full && key.endsWith("/unreadable")) throw new DOMException("full", "QuotaExceededError");
        storage.setItem(key, text);
      },
    }));
    expect(store.read(lisbon).size).toBe(0);
    expect(store.trouble).toMatch(/no room to put it aside.*this visit only/);
    store.write(lisbon, started);
    expect(storage.texts.get("arrivals-marks/lisbon")).toBe("{broken");
    expect(store.trouble).toMatch(/this visit only/);
    expect(store.read(lisbon)).toEqual(started);
    expect(store.trouble).toMatch(/this visit only/);
    full = false;
    store.write(lisbon, started);
    expect(storage.texts.get("arrivals-marks/lisbon/unreadable")).toBe("{broken");
    expect(storeOn(() => storage).read(lisbon)).toEqual(started);
  });

  it("says nothing of one place that is another's trouble", () => {
    const storage = memoryStorage();
    storage.setItem("arrivals-marks/lisbon", "{broken");
    const store = storeOn(() => storage);
    store.read(lisbon);
    expect(store.trouble).toMatch(/put aside/);
    store.read(ghent);
    expect(store.trouble).toBe("");
  });

  it("knows which change of another tab touches a place", () => {
    const store = storeOn(memoryStorage);
    expect(store.touches("arrivals-marks/lisbon", lisbon)).toBe(true);
    expect(store.touches(null, lisbon)).toBe(true);
    expect(store.touches("arrivals-marks/nairobi", lisbon)).toBe(false);
  });
});

describe("placeOf(city, name, cities)", () => {
  it("is a city of the evidence, a named place, or nothing yet", () => {
    expect(lisbon).toMatchObject({ key: "lisbon", name: "Lisbon", city: "lisbon" });
    expect(ghent).toMatchObject({ key: "another-place/ghent", name: "Ghent", city: null });
    expect(ghent.context.initiatives).toBeNull();
    expect(placeOf("", "", data.cities)).toBeNull();
    expect(placeOf("another-place", " \u0007 ", data.cities)).toBeNull();
    expect(placeOf("another-place", "x".repeat(100), data.cities)!.name).toHaveLength(60);
  });
});
