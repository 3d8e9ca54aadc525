import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whyNotAdoptable } from "../../src/model/adoptable.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { politicalKind } from "../../src/model/gap-order.js";
import { readPractices } from "../../src/model/practices.js";
import { rankPractices, type RankedPractice } from "../../src/model/rank-practices.js";
import { rankingReasons } from "../../src/components/ranking-words.js";
import { politicalWords } from "../../src/practices/political-words.js";
import { anyCities, anyPractices, city, counts, practice } from "../support/model/any-register.js";
import { rowsOf } from "../support/model/real-model.js";

/** Has nothing political, and half of what is social and legal. */
const here = city("here", { name: "Here", initiatives: counts(5, 9, 2, 0, 9) });
const there = city("there", { initiatives: counts(10, 9, 4, 2, 9) });
const cities = [here, there, { ...there, id: "third" }];
const ids = (...list: ReturnType<typeof practice>[]) =>
  rankPractices(here, list, cities).map((of) => of.practice.id);

const say = { dimensions: ["political"], topics: ["funding", "participation"] } as const;
const advocacy = { dimensions: ["political"], topics: ["advocacy"] } as const;
const travels = { criteria: [{ criterion: "transferability", stated: "met" }] } as const;

describe("the order within a gap", () => {
  it("puts what gives a say before advocacy, although it scores less or does more besides", () => {
    const broad = practice("broad", {
      dimensions: ["social", "cultural", "political", "economic"],
      topics: ["advocacy", "participation"],
    });
    expect(ids(practice("advocacy", { ...advocacy, ...travels }), broad, practice("say", say))).toEqual([
      ...["say", "broad", "advocacy"],
    ]);
  });

  it("keeps both above the practices of a smaller gap", () => {
    const legal = practice("legal", { dimensions: ["legal"], ...travels });
    expect(ids(legal, practice("advocacy", advocacy), practice("say", say))).toEqual([
      ...["say", "advocacy", "legal"],
    ]);
  });

  it("puts resources and plans last among those that answer their gap", () => {
    const social = (id: string, told = {}) => practice(id, { dimensions: ["social"], ...told });
    expect(
      ids(
        social("resource", { kind: "resource", ...travels }),
        social("plan", { planned: true }),
        social("small", { dimensions: ["social", "cultural", "economic"] }),
        social("whole"),
        practice("cultural", { dimensions: ["cultural"] }),
      ),
    ).toEqual(["whole", "small", "resource", "plan", "cultural"]);
    expect(
      ids(
        practice("resource", { ...say, kind: "resource" }),
        practice("advocacy", advocacy),
        practice("say", say),
      ),
    ).toEqual(["say", "advocacy", "resource"]);
  });

  it("changes nothing where the city lacks nothing political", () => {
    const fine = city("fine", { initiatives: counts(10, 9, 4, 5, 9) });
    const ranked = rankPractices(fine, [practice("a", advocacy), practice("s", say)], cities);
    expect(ranked.map((of) => [of.practice.id, of.political])).toEqual([
      ["a", null],
      ["s", null],
    ]);
  });

  it("holds whatever the cities and practices are: a say, then what gives none, then what cannot be adopted", () => {
    const topics = fc.infiniteStream(fc.subarray(["participation", "advocacy", "housing"]));
    fc.assert(
      fc.property(anyCities, anyPractices, topics, (cities, practices, topics) => {
        const tagged = practices.map((of) => ({ ...of, topics: topics.next().value! }));
        const ranked = rankPractices(cities[0]!, tagged, cities);
        const political = ranked.filter(({ gaps }) =>
          gaps.some(({ dimension }) => dimension === "political"),
        );
        const turnOf = ({ practice }: RankedPractice) =>
          whyNotAdoptable(practice) !== null ? 2 : politicalKind(practice) === "say" ? 0 : 1;
        political.forEach((of, i) => {
          const before = political[i - 1];
          if (!before) return;
          expect(turnOf(of)).toBeGreaterThanOrEqual(turnOf(before));
          if (turnOf(of) === turnOf(before)) expect(of.score).toBeLessThanOrEqual(before.score + 1e-8);
        });
      }),
    );
  });
});

describe("Auckland, which has nothing political", () => {
  const contexts = readCityContexts(rowsOf);
  const auckland = contexts.find(({ id }) => id === "auckland")!;
  const register = readPractices(rowsOf);
  const ranked = rankPractices(auckland, register, contexts);
  const political = ranked.filter(({ gaps }) => gaps.some(({ dimension }) => dimension === "political"));

  it("is offered first what Table 5 of the study calls political", () => {
    const say = political.filter((of) => of.political === "say").map(({ practice }) => practice.id);
    expect(say).toEqual(
      expect.arrayContaining([
        "breda-neighbourhood-contest",
        "dortmund-politik-mit-wirkung",
        "spain-forum-for-social-integration",
        "chicago-icirr",
      ]),
    );
    expect(ranked.slice(0, say.length).map(({ practice }) => practice.id)).toEqual(say);
  });

  it("is told in the list how many there are, and on each card which it is", () => {
    expect(politicalWords(ranked)).toBe(
      "In the political dimension the register has 12 practices for it: 6 are about voting and participation, and come first. The others give migrants no vote, seat or say by themselves: 5 about advocacy and 1 about neither.",
    );
    const reasons = (id: string) =>
      rankingReasons(
        ranked.find(({ practice }) => practice.id === id)!,
        auckland,
      );
    expect(reasons("breda-neighbourhood-contest")).toContain("about voting and participation");
    expect(reasons("chicago-illinois-business-immigration-coalition")).toContain(
      "about advocacy: after those about voting and participation",
    );
  });

  it("is not told of a political gap where a city has none", () => {
    const lisbon = contexts.find(({ id }) => id === "lisbon")!;
    expect(politicalWords(rankPractices(lisbon, register, contexts))).toBeNull();
  });
});
