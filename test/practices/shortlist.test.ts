import { csvParse } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { Shortlist } from "../../src/practices/shortlist.js";
import { mostChosen, storageKey } from "../../src/practices/shortlist-form.js";
import { shortlistCsv, shortlistMarkdown, type FileContext } from "../../src/practices/shortlist-files.js";
import { shortlistPanel } from "../../src/practices/shortlist-panel.js";
import { emptyPage, said } from "../support/page/page.js";
import { memoryStorage, refusing } from "../support/page/memory-storage.js";
import { practice } from "../support/model/any-register.js";

function memory(start?: string) {
  const storage = memoryStorage(start === undefined ? {} : { [storageKey]: start });
  return Object.assign(() => storage, { texts: storage.texts });
}

describe("Shortlist", () => {
  it("keeps practices in the reader's order, over a reload", () => {
    const store = memory();
    const list = new Shortlist(store);
    for (const id of ["a", "b", "c"]) list.toggle(id);
    list.move("c", -2);
    list.move("a", 5);
    list.toggle("b");
    expect(list.ids).toEqual(["c", "a"]);
    expect(new Shortlist(store).ids).toEqual(["c", "a"]);
  });

  it("does not undo what another tab did", () => {
    const store = memory();
    const [one, other] = [new Shortlist(store), new Shortlist(store)];
    one.toggle("a");
    other.toggle("b");
    expect(other.ids).toEqual(["a", "b"]);
    let told = 0;
    one.subscribe(() => told++);
    one.refresh();
    one.refresh();
    expect(one.ids).toEqual(["a", "b"]);
    expect(told).toBe(1);
  });

  it("lasts for the visit where the browser keeps nothing, and says so", () => {
    const list = new Shortlist(refusing);
    list.toggle("a");
    list.toggle("b");
    expect(list.ids).toEqual(["a", "b"]);
    expect(list.kept.trouble).toBe("refused");
  });

  it.each([
    ["{", []],
    ["7", []],
    ["null", []],
    ['{"a":1}', []],
    ['{"version":2,"practices":[{"id":"a"}]}', []],
    ['["<b>", 5, null, "UPPER", "__proto__"]', []],
    ['["b", 5, "c"]', ["b", "c"]],
    [`["${"x".repeat(400_000)}"]`, []],
  ])(
    "never writes over what it cannot read: %.40s is put aside, and what is sound of it is shown",
    (text, ids) => {
      const store = memory(text);
      const list = new Shortlist(store);
      expect(list.ids).toEqual(ids);
      expect(list.kept.trouble).toBe(text.includes("version") ? "newer" : "damaged");
      list.toggle("a");
      expect(list.ids).toEqual([...ids, "a"]);
      expect(new Shortlist(store).ids).toEqual([...ids, "a"]);
      expect(list.kept.aside().map((of) => of.text)).toEqual([text]);
    },
  );

  it("holds each practice once, and no more than can be looked at: the one too many is told", () => {
    const many = Array.from({ length: 5000 }, (_, i) => `p-${i}`);
    const store = memory(JSON.stringify([...many, ...many]));
    expect(new Shortlist(store).ids).toHaveLength(mostChosen);
    expect(new Shortlist(memory('["a","a"]')).ids).toEqual(["a"]);
    const full = new Shortlist(memory(JSON.stringify(many.slice(0, mostChosen))));
    full.toggle("one-more");
    expect([full.full, full.ids.length, full.has("one-more")]).toEqual([true, mostChosen, false]);
    full.toggle("p-0");
    full.toggle("one-more");
    expect([full.full, full.has("one-more")]).toEqual([false, true]);
  });

  it("stays on show when the browser is emptied in another tab, and is kept again with the next change", () => {
    const store = memory('["a"]');
    const list = new Shortlist(store);
    let told = 0;
    list.subscribe(() => told++);
    store.texts.clear();
    list.refresh("another-key");
    list.refresh(null);
    expect([told, list.ids, list.kept.trouble]).toEqual([1, ["a"], "emptied"]);
    list.toggle("b");
    expect(new Shortlist(store).ids).toEqual(["a", "b"]);
  });
});

const context: FileContext = {
  sourceName: (id) => `Document ${id}`,
  sourceCitation: (id) => `Authors. Title of ${id}. 2014`,
  version: "0123abcd",
  city: "Auckland",
  link: "http://site/practices?city=auckland",
  day: new Date(2026, 0, 5),
};
const chosen = [
  {
    practice: practice("a", {
      name: "=HYPERLINK(1)",
      dimensions: ["political", "legal"],
      partners: [{ name: "Bank, Ltd", sector: "private" }],
      criteria: [{ criterion: "innovation", stated: "met" }],
    }),
    reasons: ["political: Auckland has none"],
  },
  { practice: practice("b", { name: "*Star* <img>", startYear: 1999, locator: "Box 2" }), reasons: [] },
];

describe("shortlistCsv(chosen, context)", () => {
  it("has a row a practice in the reader's order, with reasons, source, place and data version", () => {
    const rows = csvParse(shortlistCsv(chosen, context));
    expect(rows.map((row) => row.practice_id)).toEqual(["a", "b"]);
    expect(rows[0]).toMatchObject({
      dimensions: "political; legal",
      partners: "Bank, Ltd (private)",
      criteria_met: "innovation",
      why_for_Auckland: "political: Auckland has none",
      source: "Document thp-2014",
      locator: "Box 1",
      data_version: "0123abcd",
      start_year: "",
    });
  });

  it("starts no formula in a spreadsheet", () => {
    expect(csvParse(shortlistCsv(chosen, context))[0]!.name).toBe("'=HYPERLINK(1)");
  });
});

describe("shortlistMarkdown(chosen, context)", () => {
  const text = shortlistMarkdown(chosen, context);

  it("has each practice with its source, the documents in full, the address, the day and the data version", () => {
    expect(text).toMatch(/^# Shortlist of practices for Auckland\n/);
    expect(text).toContain("- Source: Document thp-2014, Box 2");
    expect(text).toContain("- Authors. Title of thp-2014. 2014");
    expect(text).toContain(
      "data version 0123abcd. <http://site/practices?city=auckland>, read 5 January 2026.",
    );
    expect(text).toContain("- Since: not stated");
  });

  it("takes names for text, never for Markdown or HTML", () => {
    expect(text).toContain("## 2. \\*Star\\* \\<img\\>");
  });
});

describe("shortlistPanel(document, deeds)", () => {
  const made = () => Promise.resolve();
  const deeds = { link: (path: string) => path, exportCsv: made, exportMarkdown: made };
  const open = (ids: string[], known: string[]) => {
    const { panel, follow, show } = shortlistPanel(emptyPage(), deeds);
    follow(new Shortlist(memory(JSON.stringify(ids))), new Map(known.map((id) => [id, practice(id)])));
    show({ id: "lisbon", name: "Lisbon", initiatives: [] } as unknown as Parameters<typeof show>[0]);
    const shown = [...panel.querySelectorAll<HTMLElement>(".shortlist-tools button")].filter(
      ({ hidden }) => !hidden,
    );
    return { panel, words: said(panel), buttons: shown.map((button) => said(button)) };
  };

  it("names practices that left the register, and offers neither to export nor to adopt them", () => {
    const { panel, words, buttons } = open(["gone", "constructor"], []);
    expect(words).toMatch(/gone.*2 practices are no longer in the register/);
    expect(buttons).toEqual(["Empty the shortlist"]);
    expect(said(panel.querySelector(".adopt"))).toBe("");
  });

  it("says while it is shut that a newer list is kept, and shows what was put aside", () => {
    const { notice, follow } = shortlistPanel(emptyPage(), deeds);
    const list = new Shortlist(memory('{"version":2}'));
    follow(list, new Map());
    expect(said(notice)).toContain("What this browser kept of the shortlist was written by a newer Arrivals");
    list.toggle("a");
    expect(said(notice)).toMatch(/^As this browser has it:13 letters, beginning “{"version":2}”/);
  });

  it("exports and adopts the rest", () => {
    const { panel, buttons } = open(["gone", "here"], ["here"]);
    expect(buttons).toHaveLength(3);
    expect(panel.querySelector(".adopt a")!.getAttribute("href")).toBe("/scenarios?adopt=here&city=lisbon");
  });
});
