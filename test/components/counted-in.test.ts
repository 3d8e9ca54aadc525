import { describe, expect, it } from "vitest";
import {
  countedSentence,
  isOfSeveralRounds,
  sourcesOfRounds,
  withRound,
} from "../../src/components/counted-in.js";
import { ownCityId } from "../../src/model/own-city.js";

const row = (city: string, counted_in: number | null, more = {}) => ({
  city_id: city,
  city,
  counted_in,
  ...more,
});

describe("countedSentence(rows)", () => {
  it("says the year, and which cities are of another", () => {
    expect(countedSentence([row("Lisbon", 2013), row("Chicago", 2013)])).toBe("Counted in 2013.");
    const mixed = [row("Lisbon", 2024), row("Chicago", 2013), row("Nairobi", 2013), row("Ghent", 2024)];
    expect(countedSentence([...mixed, row("Auckland", 2013)])).toBe(
      "Counted in 2013; Lisbon and Ghent in 2024.",
    );
  });

  it("names both years of a city whose partnerships are of another round", () => {
    const rows = [
      row("Lisbon", 2024, { partnerships_counted_in: 2013 }),
      row("Chicago", 2013),
      row("Oslo", 2013),
    ];
    expect(countedSentence(rows)).toBe("Counted in 2013; Lisbon in 2013 and 2024.");
  });

  it("is empty where rows do not tell, and passes over numbers that a reader typed", () => {
    expect(countedSentence([{ city: "Lisbon" }, row("Paris", null)])).toBe("");
    expect(countedSentence([{ city_id: ownCityId, city: "Ghent", counted_in: 2013 }])).toBe("");
  });
});

describe("withRound(columns, rows)", () => {
  const columns = [{ name: "city", title: "City" }];
  it("adds the year where rows are of several rounds, and only there", () => {
    const one = [row("Lisbon", 2013), row("Chicago", 2013)];
    expect(isOfSeveralRounds(one)).toBe(false);
    expect(withRound(columns, one)).toEqual(columns);
    const two = [row("Lisbon", 2024), row("Chicago", 2013), row("Paris", null)];
    const [, added] = withRound(columns, two);
    expect(added!.title).toBe("Counted in");
    expect(two.map((one) => added!.words!(one))).toEqual(["2024", "2013", "–"]);
  });
});

describe("sourcesOfRounds(sources, rows)", () => {
  const sources = [{ source_id: "study", locator: "Table 7" }];
  const of = (source_id: string | null) => ({ round: source_id && "r", source_id, locator: "p. 3" });
  it("adds documents of newer rounds once, and leaves out the figure's own where no row is theirs", () => {
    expect(sourcesOfRounds(sources, [of("study"), of("study")])).toEqual(sources);
    const newer = { source_id: "newer", locator: "p. 3" };
    expect(sourcesOfRounds(sources, [of("study"), of("newer"), of("newer")])).toEqual([...sources, newer]);
    const typed = { city_id: ownCityId, ...of(null) };
    expect(sourcesOfRounds(sources, [typed, of("newer")])).toEqual([newer]);
    expect(sourcesOfRounds(sources, [of("newer")])).toEqual([newer]);
    expect(sourcesOfRounds(sources, [{ round: null, source_id: "other", locator: "x" }])).toEqual(sources);
    expect(sourcesOfRounds(sources, [])).toEqual(sources);
  });
});
