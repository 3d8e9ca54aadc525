import { describe, expect, it } from "vitest";
import { sectionEntries } from "../../loaders/site-search/section-entries.js";

describe("sectionEntries(html, address, note)", () => {
  const html =
    '<div><h2 id="gaps">Gaps</h2><figure id="brief-challenges"><h2 id="brief-challenges-title">Ten <b>challenges</b></h2></figure><h3>Nowhere</h3></div>';

  it("has each heading with the address of its section, else its own, and none without one", () => {
    const of = { kind: "page", note: "Brief of Nairobi", words: "Nairobi" };
    expect(sectionEntries(html, "/cities/nairobi", "Brief of Nairobi", "Nairobi")).toEqual([
      { ...of, title: "Gaps", address: "/cities/nairobi#gaps" },
      { ...of, title: "Ten challenges", address: "/cities/nairobi#brief-challenges" },
    ]);
  });
});
