import { describe, expect, it } from "vitest";
import type { MarksStore } from "../../src/recommendations/marks-store.js";
import type { Marks } from "../../src/recommendations/marks.js";
import { placeOf } from "../../src/recommendations/place.js";
import { data, storeOn } from "../support/evidence/recommendations-data.js";
import { memoryStorage } from "../support/page/memory-storage.js";

const lisbon = placeOf("lisbon", "", data.cities)!;
const ghent = placeOf("another-place", "Ghent", data.cities)!;
const troubleOf = (store: MarksStore, place = lisbon) => store.of(place).trouble;
const asideOf = (store: MarksStore) =>
  store
    .of(lisbon)
    .aside()
    .map(({ text }) => text);
const started: Marks = new Map([["com-local-01", { state: "started", note: "" }]]);

describe("MarksStore", () => {
  it("keeps the marks of each place apart, and another visit finds them", () => {
    const storage = memoryStorage();
    storeOn(() => storage).write(lisbon, started);
    const later = storeOn(() => storage);
    expect(later.read(lisbon)).toEqual(started);
    expect(later.read(ghent).size).toBe(0);
    expect(troubleOf(later)).toBeNull();
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
    expect(troubleOf(store)).toBe("refused");
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
    expect(troubleOf(store)).toBe("no room");
    expect(store.read(lisbon)).toEqual(started);
    full = false;
    store.write(lisbon, started);
    expect(troubleOf(store)).toBeNull();
    expect(storeOn(() => storage).read(lisbon)).toEqual(started);
  });

  it("puts aside what it cannot read before anything is written over it, a second one beside the first", () => {
    const storage = memoryStorage();
    storage.setItem("arrivals-marks/lisbon/unreadable", "{put aside by an earlier version");
    for (const text of ["{broken", '{"format":"arrivals-marks","version":2}']) {
      storage.setItem("arrivals-marks/lisbon", text);
      const store = storeOn(() => storage);
      expect(store.read(lisbon).size).toBe(0);
      expect(troubleOf(store)).toBe(text.includes("2") ? "newer" : "damaged");
      store.write(lisbon, started);
      expect(store.read(lisbon)).toEqual(started);
    }
    expect(asideOf(storeOn(() => storage))).toEqual([
      "{put aside by an earlier version",
      "{broken",
      '{"format":"arrivals-marks","version":2}',
    ]);
  });

  it("shows every mark that can be read beside one that cannot", () => {
    const storage = memoryStorage();
    const text = `{"format":"arrivals-marks","version":1,"place":{"city":"lisbon"},"marks":[
      {"recommendation":"com-local-01","state":"started"}, {"recommendation":"com-local-02","state":"odd"}, 5]}`;
    storage.setItem("arrivals-marks/lisbon", text);
    const store = storeOn(() => storage);
    expect(store.read(lisbon)).toEqual(started);
    expect(troubleOf(store)).toBe("damaged");
    store.write(lisbon, started);
    expect(asideOf(store)).toEqual([text]);
  });

  it("writes no more than it reads", () => {
    const storage = memoryStorage();
    const store = storeOn(() => storage);
    store.write(lisbon, started);
    const many: Marks = new Map(
      Array.from({ length: 15_001 }, (_, i) => [`mark-${i}`, { state: "started", note: "" }]),
    );
    expect(store.fits(lisbon, many)).toBe(false);
    store.write(lisbon, many);
    expect(troubleOf(store)).toBe("too large");
    expect(storeOn(() => storage).read(lisbon)).toEqual(started);
  });

  it("takes the place “Ghent/unreadable” for a place", () => {
    const storage = memoryStorage();
    const store = storeOn(() => storage);
    store.write(placeOf("another-place", "Ghent/unreadable", data.cities)!, started);
    store.read(ghent);
    expect(store.of(ghent).aside()).toEqual([]);
  });

  it("says nothing of one place that is another's trouble", () => {
    const storage = memoryStorage();
    storage.setItem("arrivals-marks/lisbon", "{broken");
    const store = storeOn(() => storage);
    store.read(lisbon);
    store.read(ghent);
    expect([troubleOf(store), troubleOf(store, ghent)]).toEqual(["damaged", null]);
  });

  it("knows which change of another tab touches a place", () => {
    const store = storeOn(() => memoryStorage());
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
