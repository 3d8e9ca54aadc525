import { describe, expect, it } from "vitest";
import { dictionary, downloadLink, type DictionaryTable } from "../../src/components/dictionary.js";
import { documentList } from "../../src/components/document-list.js";
import { emptyPage, hostileName, said } from "../support/page/page.js";

const table: DictionaryTable = {
  name: "cities",
  title: "Cities",
  description: "Every city.",
  rows: 35,
  fields: [
    { name: "city_id", type: "string", title: "Id", description: "A short name.", rules: "required; key" },
    {
      name: "foreign_born_pct",
      type: "number",
      title: "Foreign-born",
      description: "Share of residents.",
      unit: "% of residents",
      rules: "0 to 100",
    },
  ],
};

describe("dictionary(document, tables)", () => {
  const made = dictionary(emptyPage(), [table]);

  it("names each table with its size, and has an id to link to", () => {
    const details = made.querySelector("details")!;
    expect(details.id).toBe("table-cities");
    expect(said(details.querySelector("summary"))).toBe("cities Cities, 35 rows");
    expect(said(details.querySelector("p"))).toBe("Every city.");
  });

  it("says of each field its type, unit, meaning and rules", () => {
    expect(
      [...made.querySelectorAll("tr")].map((line) => [...line.children].map((cell) => said(cell))),
    ).toEqual([
      ["Field", "Type", "Unit", "Meaning", "Rules"],
      ["city_id", "string", "", "A short name.", "required; key"],
      ["foreign_born_pct", "number", "% of residents", "Share of residents.", "0 to 100"],
    ]);
  });

  it("offers the table for download in three formats, each by a name of its own", () => {
    const links = [...made.querySelectorAll("a")];
    expect(
      links.map((link) => [link.getAttribute("href"), said(link), link.getAttribute("aria-label")]),
    ).toEqual([
      ["data/cities.csv", "CSV", "Cities as csv"],
      ["data/cities.arrow", "Arrow", "Cities as arrow"],
      ["data/cities.parquet", "Parquet", "Cities as parquet"],
    ]);
  });

  it("keeps descriptions text", () => {
    const bad = dictionary(emptyPage(), [{ ...table, title: hostileName, description: hostileName }]);
    expect(bad.querySelector("img")).toBeNull();
    expect(said(bad.querySelector("details > p"))).toBe(hostileName);
  });
});

describe("downloadLink(document, path, words)", () => {
  it("links below the page's own folder, to be saved and not to be renamed by the builder", () => {
    const link = downloadLink(emptyPage(), "/data/arrivals.zip", "everything");
    expect(link.getAttribute("href")).toBe("data/arrivals.zip");
    expect(link.hasAttribute("download")).toBe(true);
    expect(link.getAttribute("rel")).toBe("external");
    expect(link.hasAttribute("aria-label")).toBe(false);
  });
});

describe("documentList(document, sources, rowsOf)", () => {
  const source = {
    source_id: "thp-2014",
    title: "Global cities",
    authors: "The Hague Process",
    publisher: "UNU-MERIT",
    year: 2014,
    url: "http://example.org/report",
    licence: "not stated",
    locator: "Cover",
  };

  const names = new Map([
    ["thp-2014", "The Hague Process 2014"],
    ["web-2014", "Web page 2014"],
  ]);

  it("names each document with its people, year, address, short name, terms and rows; its id is its address", () => {
    const made = documentList(
      emptyPage(),
      [source],
      () => [
        { table: "Cities", rows: 8 },
        { table: "Initiatives", rows: 40 },
      ],
      names,
    );
    expect(said(made.querySelector("dt"))).toBe("Global cities");
    expect(made.querySelector("dt")!.id).toBe("thp-2014");
    expect(said(made.querySelector("dd"))).toContain("The Hague Process. UNU-MERIT. 2014.");
    expect(made.querySelector("dd a")!.getAttribute("href")).toBe("http://example.org/report");
    expect(said(made.querySelector("small"))).toBe(
      "Cited as The Hague Process 2014. Terms: not stated. Rows in the data: Cities 8; Initiatives 40. Read from: Cover.",
    );
  });

  it("puts a second document of the same title under it, with the kind of each and an address of its own", () => {
    const page = {
      ...source,
      source_id: "web-2014",
      kind: "web-page",
      locator: "Heading; title in thp-2014",
    };
    const made = documentList(emptyPage(), [{ ...source, kind: "paper" }, page], () => [], names);
    expect([...made.querySelectorAll("dt")].map((title) => said(title))).toEqual(["Global cities"]);
    const [first, second] = [...made.querySelectorAll("dd")];
    expect(said(first)).toMatch(/^Paper: /);
    expect(said(second)).toMatch(/^Web page: .*title in The Hague Process 2014\.$/);
    expect(second!.id).toBe("web-2014");
  });

  it("leaves out what a document does not say", () => {
    const made = documentList(emptyPage(), [{ ...source, authors: null, url: null }], () => [], names);
    expect(said(made.querySelector("dd"))).toMatch(/^UNU-MERIT\. 2014\. /);
    expect(made.querySelector("dd a")).toBeNull();
    expect(said(made.querySelector("small"))).toContain("Rows in the data: none.");
  });
});
