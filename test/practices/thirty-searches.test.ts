import { describe, expect, it } from "vitest";
import { readRegister } from "../../src/practices/finder-data.js";
import { practiceSearch } from "../../src/practices/search.js";
import { sortPractices } from "../../src/practices/sort.js";
import { rowsOf } from "../support/model/real-model.js";

const { practices, topics } = readRegister(rowsOf);
const search = practiceSearch(practices, topics);

/** The ids of what a search finds, in the order in which the page shows them. */
function found(query: string): string[] {
  const hits = search(query)!;
  const matching = practices.filter(({ id }) => hits.has(id));
  return sortPractices(matching, null, hits, null).sorted.map(({ id }) => id);
}

describe("what analysts search for is among the first five", () => {
  it.each([
    ["housing São Paulo", ["sao-paulo-casa-do-migrante", "sao-paulo-differance"]],
    ["shelter sao paulo", ["sao-paulo-casa-do-migrante"]],
    ["childcare", ["kuala-lumpur-social-protection-fund"]],
    ["vote", ["chicago-icirr"]],
    [
      "credentials",
      [
        "lisbon-recognition-immigrant-doctors",
        "gipuzkoa-get-equal",
        "pittsburgh-professional-recertification",
      ],
    ],
    ["housing", ["stuttgart-frankfurt-housing-quotas", "terrassa-housing-mediation"]],
    ["moradia", ["stuttgart-frankfurt-housing-quotas", "terrassa-housing-mediation"]],
    ["refugee jobs", ["sao-paulo-primolar-refugee-jobs"]],
    ["english lessons", ["chicago-english-under-the-arches", "chicago-new-americans-esol"]],
    ["doctors", ["lisbon-recognition-immigrant-doctors"]],
    ["police trust", ["brooklyn-center-police-trust", "cardiff-esol-police-project"]],
    ["bank account", ["sao-paulo-bank-accounts-caixa", "san-francisco-bank-on"]],
    ["legal advice", ["kuala-lumpur-legal-aid-clinic", "kuala-lumpur-pro-bono-legal-aid-clinic"]],
    ["teahouse", ["breda-turkish-moroccan-teahouse"]],
    ["mentoring", ["auckland-omega"]],
    ["school parents", ["rotterdam-education-parent-involvement"]],
    ["start a business", ["rise-louisville"]],
    ["city id card", ["new-york-idnyc", "new-haven-identification-cards", "pittsburgh-municipal-id-program"]],
    ["rumours", ["barcelona-anti-rumour-strategy", "bilbao-anti-rumour-campaign"]],
    ["festival", ["sao-paulo-fiesta-de-alasitas"]],
    [
      "women",
      ["gothenburg-migrant-women-doulas", "gipuzkoa-get-equal", "auckland-business-professional-programme"],
    ],
    ["budget", ["new-zealand-migrant-levy-fund"]],
    ["hostels", ["sao-paulo-casa-do-migrante"]],
    ["entrepreneurs", ["munich-mem-migrant-entrepreneurs"]],
    ["voting", ["chicago-icirr"]],
    ["emprendedores buenos aires", ["buenos-aires-myrar-microcredit"]],
    ["huisvesting", ["stuttgart-frankfurt-housing-quotas"]],
    ["sprachkurs germany", ["germany-integration-courses"]],
    ["saude nairobi", ["nairobi-partnership-for-health"]],
    ["mentoring zeppelin", ["auckland-omega"]],
  ] as const)("%s", (query, expected) => {
    const first = found(query).slice(0, 5);
    for (const id of expected) expect(first, query).toContain(id);
  });
});
