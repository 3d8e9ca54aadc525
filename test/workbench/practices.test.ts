import { describe, expect, it } from "vitest";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { readPractices } from "../../src/model/practices.js";
import { rankPractices } from "../../src/model/rank-practices.js";
import { contextsOf, modelOf, pageData } from "../../src/workbench/page-data.js";
import { addsWords, costWords } from "../../src/workbench/practices/practice-facts.js";
import { findPractices } from "../../src/workbench/practices/practice-search.js";
import { model, rowsOf, valueOf } from "../support/model/real-model.js";

// As the page gets it: through JSON.
const data = JSON.parse(JSON.stringify(pageData(rowsOf, "0123abcd", {}))) as ReturnType<typeof pageData>;
const listed = data.practices;
const register = readPractices(rowsOf);

describe("the practices of the page's data", () => {
  it("make the model that the tables make", () => {
    expect(valueOf(modelOf(data)).practices).toEqual(model.practices);
  });

  it("have their facts as the register has them", () => {
    expect(listed.map(({ id }) => id)).toEqual(register.map(({ id }) => id));
    listed.forEach(({ cost, ...practice }, i) => {
      expect(register[i]).toMatchObject(practice);
      expect(cost?.euros ?? null).toBe(model.practices.get(practice.id)?.cost ?? null);
    });
  });

  it("are ranked for every mapped city as the finder ranks them, with the same reasons", () => {
    const contexts = readCityContexts(rowsOf);
    expect(contextsOf(data)).toEqual(contexts);
    for (const city of contexts.filter(({ initiatives }) => initiatives)) {
      // The workbench carries no countries of practices, and so says nothing of the city's own.
      const plain = ({ practice, ...rest }: { practice: { id: string } }) => ({
        ...rest,
        id: practice.id,
        ownCountry: null,
      });
      expect(rankPractices(city, listed, contexts).map(plain)).toEqual(
        rankPractices(city, register, contexts).map(plain),
      );
    }
  });
});

describe("findPractices(practices, query)", () => {
  const found = (query: string) => findPractices(listed, query).map(({ id }) => id);

  it("finds by beginnings of words of name and place, without case and accents", () => {
    expect(found("career new kiw")).toEqual(["auckland-new-kiwis-career-success"]);
    // Two have it; the very name comes first.
    expect(found("new kiwis")).toEqual(["auckland-new-kiwis", "auckland-new-kiwis-career-success"]);
    expect(found("RUMOUR barcel")).toContain("barcelona-anti-rumour-strategy");
    expect(found("sao paulo").length).toBeGreaterThan(3);
    expect(found("são paulo")).toEqual(found("sao paulo"));
  });

  it("finds nothing for nothing, or for what no name has", () => {
    for (const query of ["", "  ", "—", "zzzz", "kiwis zzzz"]) expect(found(query)).toEqual([]);
  });
});

describe("words of a practice", () => {
  it("say what it adds, by the number of its dimensions", () => {
    expect(addsWords({ dimensions: ["legal"] })).toBe("adds one legal initiative");
    expect(addsWords({ dimensions: ["social", "legal"] })).toBe(
      "adds half an initiative each: social and legal",
    );
    expect(addsWords({ dimensions: ["social", "legal", "economic"] })).toBe(
      "adds a third of an initiative each: social, legal and economic",
    );
  });

  it("say what it costs and how that is known", () => {
    const rumours = listed.find(({ id }) => id === "barcelona-anti-rumour-strategy")!;
    expect(costWords(rumours)).toMatch(/^costs €245,000 a year as documented \(annual budget of /);
    expect(costWords({ cost: null })).toMatch(/assumptions .* no document/);
  });
});
