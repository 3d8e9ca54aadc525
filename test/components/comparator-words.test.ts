import { describe, expect, it } from "vitest";
import { unlikeReasons } from "../../src/components/comparator-words.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { differencesOf, shareRange } from "../../src/model/differences.js";
import { rowsOf } from "../support/model/real-model.js";

const cities = readCityContexts(rowsOf);
const of = (id: string) => cities.find((city) => city.id === id)!;
const unlike = (here: string, there: string) =>
  unlikeReasons(differencesOf(of(here), of(there), null, shareRange(cities))).join();

describe("unlikeReasons(differences)", () => {
  it("says where a document puts no group first, and not that nothing is known", () => {
    expect(unlike("auckland", "lisbon")).toContain("no group put first: who arrives (here)");
    expect(unlike("lisbon", "auckland")).toContain("no group put first: who arrives (there)");
    expect(unlike("auckland", "chicago")).toContain("no group put first: who arrives (here and there)");
    for (const here of cities)
      for (const there of cities)
        if (here.neitherFirst || there.neitherFirst)
          expect(unlike(here.id, there.id)).not.toMatch(/not known of both: [^;]*who arrives/);
  });

  it("keeps to “not known” where no document tells of it", () => {
    expect(unlike("toronto", "lisbon")).toMatch(/not known of both: [^;]*who arrives/);
  });
});
