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
    ["moradia para imigrantes", ["stuttgart-frankfurt-housing-quotas", "terrassa-housing-mediation"]],
    ["vivienda para refugiados", ["athens-vacant-apartments-for-refugees", "ostfildern-refugee-housing"]],
    ["werk voor vluchtelingen", ["buenos-aires-manpower-refugee-jobs"]],
    ["antiracism", ["barcelona-anti-rumour-strategy", "rotterdam-radar"]],
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
    [
      "religion",
      [
        "badalona-sikh-parade-dialogue",
        "blackburn-meet-your-neighbours",
        "toronto-community-and-faith-walks",
      ],
    ],
    ["mosque", ["blackburn-meet-your-neighbours", "toronto-community-and-faith-walks"]],
    [
      "police",
      ["brooklyn-center-police-trust", "cardiff-esol-police-project", "amsterdam-toronto-police-learning"],
    ],
    ["participatory budgeting", ["breda-neighbourhood-contest"]],
    ["orçamento participativo", ["breda-neighbourhood-contest"]],
    ["right to vote", ["chicago-icirr", "spain-forum-for-social-integration"]],
    ["unaccompanied minors", ["lisbon-home-for-refugee-children", "thessaloniki-open-shelter"]],
    ["unaccompanied children", ["lisbon-home-for-refugee-children"]],
    ["emergency accommodation", ["thessaloniki-open-shelter", "thessaloniki-urban-reception-centre"]],
    ["language classes", ["chicago-new-americans-esol", "germany-integration-courses"]],
    ["start a business", ["rise-louisville"]],
    ["microcredit", ["buenos-aires-myrar-microcredit"]],
    ["interpreters", ["gothenburg-migrant-women-doulas"]],
    ["older migrants", ["ghent-home-care-image-dictionary"]],
    ["huosing", ["stuttgart-frankfurt-housing-quotas", "terrassa-housing-mediation"]],
    ["shleter", ["thessaloniki-open-shelter", "athens-elaionas-camp"]],
    ["vlounteers", ["barcelona-anti-rumour-strategy"]],
    ["procurment", ["copenhagen-diversity-charter"]],
  ] as const)("%s", (query, expected) => {
    const first = found(query).slice(0, 5);
    for (const id of expected) expect(first, query).toContain(id);
  });
});

describe("a search finds the thing before its mention", () => {
  it.each([
    ["religion", ["sao-paulo-civil-society-support-network"], []],
    ["police", ["los-angeles-standing-with-immigrants"], ["mipex"]],
    [
      "participatory budgeting",
      ["dortmund-politik-mit-wirkung"],
      ["amman-waste-infrastructure", "new-zealand-migrant-levy-fund"],
    ],
    ["emergency accommodation", ["paris-welcome-centres"], ["los-angeles-geohub"]],
    ["unaccompanied minors", ["paris-refugee-welcome-plan"], ["erlangen-week-against-racism"]],
    [
      "housing",
      [
        "sao-paulo-casa-do-migrante",
        "athens-vacant-apartments-for-refugees",
        "ostfildern-refugee-housing",
        "thessaloniki-open-shelter",
      ],
      ["sao-paulo-primolar-refugee-jobs", "pittsburgh-welcoming-pittsburgh"],
    ],
    ["language classes", ["sao-paulo-sesc-carmo-language-courses"], ["chicago-restaurant-startup-guide"]],
  ] as const)("%s", (query, things, mentions) => {
    const ids = found(query);
    const last = Math.max(...things.map((id) => ids.indexOf(id)));
    for (const id of things) expect(ids, query).toContain(id);
    for (const id of mentions) if (ids.includes(id)) expect(ids.indexOf(id), id).toBeGreaterThan(last);
  });

  it("reaches what houses people for a time from housing", () => {
    const ids = found("housing");
    for (const id of [
      "athens-elaionas-camp",
      "thessaloniki-urban-reception-centre",
      "lisbon-home-for-refugee-children",
    ])
      expect(ids).toContain(id);
  });

  it.each([
    ["religion", "region"],
    ["police", "policy"],
    ["vote", "note"],
  ])("finds nothing for %s by words that are only near, as %s", (query) => {
    const { respelt, size } = search(query)!;
    expect(respelt).toEqual([]);
    expect(size).toBeLessThan(15);
  });

  it("says that a search of no practice's words was answered by its topic", () => {
    expect(search("participatory budgeting")!.byTopic).toEqual([
      { words: "participatory budgeting", topics: ["Voting and participation"] },
    ]);
    expect(search("housing")!.byTopic).toEqual([]);
    expect(search("huosing")!.respelt).toEqual([{ typed: "huosing", taken: "housing" }]);
  });
});
