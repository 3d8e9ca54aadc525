import { describe, expect, it } from "vitest";
import { documentsToCite } from "../../../loaders/reports/citable-works.js";
import { readCitation } from "../../../loaders/pages/cited-text.js";
import {
  formatCitations,
  type CitableWork,
  type CitationStyle,
} from "../../../loaders/reports/format-citations.js";

/** A work; authors as "Family, Given; Organisation". */
function work(id: string, year: number | number[] | null, authors: string, more: object = {}): CitableWork {
  const author = authors
    .split("; ")
    .filter(Boolean)
    .map((name) => {
      const [family = "", given] = name.split(", ");
      return given === undefined ? { literal: family } : { family, given };
    });
  return {
    id,
    type: "book",
    title: `Title of ${id}`,
    ...(author.length && { author }),
    ...(year !== null && { issued: { "date-parts": [[year].flat()] } as never }),
    ...more,
  };
}

const works = [
  work("one", 2020, "Luna, A."),
  work("two", 2020, "Salas, B.; Costa, C."),
  work("three", 2019, "Martin, D.; Silva, E.; Reis, F."),
  work("organisation", 2019, "World Health Organization"),
  work("two-organisations", 2014, "Migration Office; City of Lisbon"),
  work("ampersand", 2018, "Smith & Sons"),
  work("same-2017-b", 2017, "Department of Veterans Affairs", { title: "Benefits" }),
  work("same-2017-a", 2017, "Department of Veterans Affairs", { title: "Accounts" }),
  work("same-2019", 2019, "Department of Veterans Affairs", { title: "C" }),
  work("same-undated", null, "Department of Veterans Affairs", { title: "D" }),
  work("known-as", 2014, "The Hague Process on Refugees and Migration; UNU-MERIT", {
    shortAuthor: "The Hague Process",
  }),
  work("adams", 2019, "Adams, G.; Brito, H.; Cruz, I."),
  work("shumway", 2015, "Shumway, J.; Shulman, K."),
  work("westinghouse", 2017, "Westinghouse, L."),
  work("sampson", 2020, "Sampson, M.; Hughes, N."),
  work("augustine", 2017, "Augustine, O."),
  work("melara", 2018, "Melara, P.; Dias, Q.; Faria, R."),
  work("stoddard", 2020, "Stoddard, S.; Gama, T.; Horta, U."),
  work("merenda", 2018, "Merenda, V."),
  work("bassie", 2020, "Bassie, W.; Meagher, X."),
];

const words = (html: string) => html.replace(/<[^>]*>/g, "").replaceAll("&#38;", "&");

/** A citation as a page says it: `[…]`, or `@key` in the sentence. */
function cited(text: string, style: CitationStyle, lang = "en-GB"): string {
  const narrative = !text.startsWith("[");
  const found = readCitation(narrative ? text : text.slice(1, -1))!;
  const own = works.filter(({ id }) => found.some(({ key }) => key === id));
  return words(formatCitations(own, [{ works: found, narrative }], style, lang).inText[0]!);
}

describe("author and date", () => {
  it.each([
    ["[@one]", "(Luna, 2020)"],
    ["@one", "Luna (2020)"],
    ["[@two]", "(Salas & Costa, 2020)"],
    ["@two", "Salas and Costa (2020)"],
    ["[@three]", "(Martin et al., 2019)"],
    ["@three", "Martin et al. (2019)"],
    ["[@organisation]", "(World Health Organization, 2019)"],
    ["@organisation", "World Health Organization (2019)"],
    ["@two-organisations", "Migration Office and City of Lisbon (2014)"],
    ["@ampersand", "Smith & Sons (2018)"],
    ["[@known-as, Table 8]", "(The Hague Process, 2014, Table 8)"],
    ["[@known-as, Table 7; Table 8]", "(The Hague Process, 2014, Table 7; Table 8)"],
    ["@known-as", "The Hague Process (2014)"],
    ["[-@one, p. 3]", "(2020, p. 3)"],
    ["[see @one, pp. 3-5]", "(see Luna, 2020, pp. 3–5)"],
    ["[@one, page 7]", "(Luna, 2020, p. 7)"],
    ["[@same-undated]", "(Department of Veterans Affairs, n.d.)"],
  ])("%s is %s", (text, shown) => expect(cited(text, "author-date")).toBe(shown));

  // https://apastyle.apa.org/style-grammar-guidelines/citations/basic-principles/parts-source, without the parts of
  // films and scripture.
  it.each([
    ["[@stoddard, p. 47]", "(Stoddard et al., 2020, p. 47)"],
    ["[@organisation, pp. 202–205]", "(World Health Organization, 2019, pp. 202–205)"],
    ["[@merenda, Chapter 14]", "(Merenda, 2018, Chapter 14)"],
    ["[@bassie, paras. 4–5]", "(Bassie & Meagher, 2020, paras. 4–5)"],
    ["[@merenda, Footnote 2]", "(Merenda, 2018, Footnote 2)"],
    ["[@organisation, Table 3]", "(World Health Organization, 2019, Table 3)"],
  ])("names parts of a work as the APA does: %s", (text, shown) =>
    expect(cited(text, "author-date")).toBe(shown),
  );

  // https://apastyle.apa.org/style-grammar-guidelines/citations/basic-principles/multiple-works
  it.each([
    [
      "[@westinghouse; @shumway; @adams]",
      "(Adams et al., 2019; Shumway & Shulman, 2015; Westinghouse, 2017)",
    ],
    [
      "[@same-2019; @same-2017-b; @same-undated; @same-2017-a]",
      "(Department of Veterans Affairs, n.d., 2017a, 2017b, 2019)",
    ],
    [
      "[@sampson; see also @augustine; @melara]",
      "(Sampson & Hughes, 2020; see also Augustine, 2017; Melara et al., 2018)",
    ],
  ])("orders several works as the APA does: %s", (text, shown) =>
    expect(cited(text, "author-date")).toBe(shown),
  );

  it.each([
    ["de", "@two", "Salas und Costa (2020)"],
    ["de", "[@one, p. 3]", "(Luna, 2020, S. 3)"],
    ["fr", "@two", "Salas et Costa (2020)"],
    ["pt", "[@one, p. 3]", "(Luna, 2020, p. 3)"],
  ])("in %s %s is %s", (lang, text, shown) => expect(cited(text, "author-date", lang)).toBe(shown));
});

describe("numbers", () => {
  it("count works in the order in which they are cited first", () => {
    const citations = ["@two", "@one", "@two", "@three; @one"].map((text) => ({
      works: readCitation(text)!,
      narrative: false,
    }));
    const { inText, entries } = formatCitations(works.slice(0, 3), citations, "numbered", "en-GB");
    expect(inText.map(words)).toEqual(["(1)", "(2)", "(1)", "(2,3)"]);
    expect(entries.map(({ id }) => id)).toEqual(["two", "one", "three"]);
  });

  it.each([
    ["[@one, Table 8]", "(1, Table 8)"],
    ["[@one, p. 47]", "(1, p. 47)"],
    ["[@one, pp. 202–205]", "(1, pp. 202–205)"],
    ["@two", "Salas et al. (1)"],
    ["@known-as", "The Hague Process (1)"],
  ])("keep the place and, in a sentence, the authors: %s is %s", (text, shown) => {
    expect(cited(text, "numbered")).toBe(shown);
  });
});

describe("a page", () => {
  const citations = [{ works: readCitation("@known-as")!, narrative: false }];
  const one = works.slice(0, 3);
  const other = works.filter(({ id }) => id === "known-as");

  it.each(["author-date", "numbered"] as const)("is formatted alike whatever came before it: %s", (style) => {
    const first = formatCitations(other, citations, style, "en-GB");
    formatCitations(one, [{ works: readCitation("@two; @one")!, narrative: false }], style, "en-GB");
    const changed = [{ ...other[0]!, title: "Another title" }];
    expect(formatCitations(changed, citations, style, "en-GB").entries[0]!.html).toContain("Another title");
    expect(formatCitations(other, citations, style, "en-GB")).toEqual(first);
  });

  it("tells documents of one year apart as its list does", () => {
    const documents = documentsToCite();
    const every = documents.map(({ id }) => ({ works: readCitation(`@${id}`)!, narrative: false }));
    const { inText, entries } = formatCitations(documents, every, "author-date", "en-GB");
    documents.forEach(({ id }, i) => {
      const year = /, ([^,]*)\)$/.exec(words(inText[i]!))![1]!;
      expect(words(entries.find((one) => one.id === id)!.html)).toContain(`(${year})`);
    });
  });
});

describe("links", () => {
  it.each(["author-date", "numbered"] as const)("lead each work of a citation to its entry: %s", (style) => {
    const citations = [
      { works: readCitation("see @two, p. 3; @one, Table 2")!, narrative: false },
      { works: readCitation("@three")!, narrative: true },
    ];
    const { inText, entries } = formatCitations(works.slice(0, 3), citations, style, "en-GB");
    const named = inText.flatMap((html) => [...html.matchAll(/href="#ref-([^"]+)"/g)].map(([, id]) => id));
    expect(named.sort()).toEqual(["one", "three", "two"]);
    expect(entries.map(({ id }) => id).sort()).toEqual(["one", "three", "two"]);
    expect(inText.join("")).not.toMatch(/[\uE000-\uF8FF]/);
  });

  it("take no HTML from places and prefixes", () => {
    const citations = [{ works: readCitation("<script>see</script> @one, <img src=x>")!, narrative: false }];
    const [html] = formatCitations(works, citations, "author-date", "en-GB").inText;
    expect(html).not.toMatch(/<(script|img)\b/);
    expect(html).toContain("img src=x");
  });
});

/** Works that the guides below give as their examples. */
const examples = {
  article: work("article", 2019, "McCauley, S. M.; Christiansen, M. H.", {
    type: "article-journal",
    title: "Language learning as language use: A crosslinguistic model of child language development",
    "container-title": "Psychological Review",
    volume: "126",
    issue: "1",
    page: "1-51",
    DOI: "10.1037/rev0000126",
  }),
  book: work("book", 2018, "Brown, L. S.", {
    title: "Feminist therapy",
    edition: "2",
    publisher: "American Psychological Association",
    DOI: "10.1037/0000092-000",
  }),
  chapter: work("chapter", 2019, "Balsam, K. F.; Martell, C. R.; Jones, K. P.; Safren, S. A.", {
    type: "chapter",
    title: "Affirmative cognitive behavior therapy with sexual and gender minority people",
    editor: [
      { family: "Iwamasa", given: "G. Y." },
      { family: "Hays", given: "P. A." },
    ],
    "container-title": "Culturally responsive cognitive behavior therapy: Practice and supervision",
    edition: "2",
    page: "287-314",
    publisher: "American Psychological Association",
    DOI: "10.1037/0000119-012",
  }),
  report: work("report", 2018, "National Cancer Institute", {
    type: "report",
    title: "Facing forward: Life after cancer treatment",
    genre: "NIH Publication",
    number: "18-2424",
    publisher: "U.S. Department of Health and Human Services, National Institutes of Health",
    URL: "https://www.cancer.gov/publications/patient-education/life-after-treatment.pdf",
  }),
  webpage: work("webpage", [2018, 1, 23], "Centers for Disease Control and Prevention", {
    type: "webpage",
    title: "People at high risk of developing flu-related complications",
    URL: "https://www.cdc.gov/flu/about/disease/high_risk.htm",
  }),
  halpern: work("halpern", [2002, 7, 25], "Halpern, S. D.; Ubel, P. A.; Caplan, A. L.", {
    type: "article-journal",
    title: "Solid-organ transplantation in HIV-infected patients",
    "container-title": "N Engl J Med",
    volume: "347",
    issue: "4",
    page: "284-287",
  }),
  rose: work(
    "rose",
    2002,
    "Rose, M. E.; Huerbin, M. B.; Melick, J.; Marion, D. W.; Palmer, A. M.; Schiding, J. K.; Kochanek, P. M.; Graham, S. H.",
    {
      type: "article-journal",
      title:
        "Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury",
      "container-title": "Brain Res",
      volume: "935",
      issue: "1-2",
      page: "40-46",
    },
  ),
  group: work("group", 2002, "Diabetes Prevention Program Research Group", {
    type: "article-journal",
    title: "Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance",
    "container-title": "Hypertension",
    volume: "40",
    issue: "5",
    page: "679-686",
  }),
  nobody: work("nobody", 2002, "", {
    type: "article-journal",
    title: "21st century heart solution may have a sting in the tail",
    "container-title": "BMJ",
    volume: "325",
    issue: "7357",
    page: "184",
  }),
};

function entry(name: keyof typeof examples, style: CitationStyle): string {
  const { entries } = formatCitations([examples[name]], [], style, "en-GB");
  return entries[0]!.html;
}

describe("the list of works", () => {
  // Publication Manual of the American Psychological Association, 7th ed. (2020), inside cover, “Common references at a
  // glance”: Examples 1, 20, 38, 50 and 111. Titles in italics are in <i> here; an address is a link to itself.
  it.each([
    [
      "article",
      "McCauley, S. M., & Christiansen, M. H. (2019). Language learning as language use: A crosslinguistic model of child language development. <i>Psychological Review</i>, <i>126</i>(1), 1–51. https://doi.org/10.1037/rev0000126",
    ],
    [
      "book",
      "Brown, L. S. (2018). <i>Feminist therapy</i> (2nd ed.). American Psychological Association. https://doi.org/10.1037/0000092-000",
    ],
    [
      "chapter",
      "Balsam, K. F., Martell, C. R., Jones, K. P., & Safren, S. A. (2019). Affirmative cognitive behavior therapy with sexual and gender minority people. In G. Y. Iwamasa & P. A. Hays (Eds.), <i>Culturally responsive cognitive behavior therapy: Practice and supervision</i> (2nd ed., pp. 287–314). American Psychological Association. https://doi.org/10.1037/0000119-012",
    ],
    [
      "report",
      "National Cancer Institute. (2018). <i>Facing forward: Life after cancer treatment</i> (NIH Publication No. 18-2424). U.S. Department of Health and Human Services, National Institutes of Health. https://www.cancer.gov/publications/patient-education/life-after-treatment.pdf",
    ],
    [
      "webpage",
      "Centers for Disease Control and Prevention. (2018, January 23). <i>People at high risk of developing flu-related complications</i>. https://www.cdc.gov/flu/about/disease/high_risk.htm",
    ],
  ] as const)("has the %s as the APA's manual prints it", (name, printed) => {
    const html = entry(name, "author-date");
    expect(html.replace(/<\/?a\b[^>]*>/g, "").replaceAll("&#38;", "&")).toBe(printed);
    for (const [, href, shown] of html.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)) expect(href).toBe(shown);
  });

  // “Samples of Formatted References for Authors of Journal Articles” of the ICMJE (National Library of Medicine),
  // examples 1, 2 and 4, as kept at http://medpdfnews.com/h/homepage.ntu.edu.tw1.html. A dash stands between pages.
  it.each([
    [
      "halpern",
      "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul 25;347(4):284-7.",
    ],
    [
      "rose",
      "Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.",
    ],
    [
      "group",
      "Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance. Hypertension. 2002;40(5):679-86.",
    ],
    ["nobody", "21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184."],
  ] as const)("has %s as the ICMJE prints it", (name, printed) => {
    expect(words(entry(name, "numbered")).replace(/(?<=\d)–(?=\d)/g, "-")).toBe(printed);
  });

  it("stands by author and year, and has whole names where a sentence has short ones", () => {
    const { entries } = formatCitations(works, [], "author-date", "en-GB");
    const ids = entries.map(({ id }) => id);
    const found = (names: string[]) => ids.filter((id) => names.includes(id));
    expect(found(["two", "one", "adams"])).toEqual(["adams", "one", "two"]);
    expect(found(["same-2019", "same-2017-a", "same-2017-b", "same-undated"])).toEqual([
      "same-undated",
      "same-2017-a",
      "same-2017-b",
      "same-2019",
    ]);
    expect(words(entries.find(({ id }) => id === "known-as")!.html)).toBe(
      "The Hague Process on Refugees and Migration & UNU-MERIT. (2014). Title of known-as.",
    );
  });

  it("takes no HTML from titles", () => {
    const hostile = [work("hostile", 2020, "Luna, A.", { title: "<script>alert(1)</script>" })];
    for (const style of ["author-date", "numbered"] as const)
      expect(formatCitations(hostile, [], style, "en-GB").entries[0]!.html).not.toContain("<script");
  });
});
