import { describe, expect, it, vi } from "vitest";
import { ReaderError } from "../../src/components/reader-error.js";
import { noChoices } from "../../src/practices/choices.js";
import { exportTools } from "../../src/practices/export-tools.js";
import { resultBar } from "../../src/practices/result-bar.js";
import { searchBox, type Unsearched } from "../../src/practices/search-box.js";
import { practice } from "../support/model/any-register.js";
import { emptyPage, said } from "../support/page/page.js";

const missing: Unsearched = { kind: "missing", message: "the summaries did not arrive whole" };

describe("searchBox(document, deeds)", () => {
  const open = () => {
    const deeds = { search: vi.fn(), prepare: vi.fn(), tryAgain: vi.fn() };
    return { deeds, ...searchBox(emptyPage(), deeds) };
  };
  const alerts = (field: HTMLElement) => [...field.querySelectorAll("[role=alert]")].map(said);

  it("says why the search does not work, once, and stops saying it", () => {
    const { field, show } = open();
    show("loan", { kind: "coming" });
    expect(alerts(field)).toEqual([]);
    show("loan", missing);
    const [alert] = field.querySelectorAll("[role=alert]");
    show("loans", missing);
    expect(alerts(field)).toEqual([
      "The search does not work: the summaries did not arrive whole. Filters and orders do. Try again, or reload the page: what you chose stays in its address.",
    ]);
    expect(field.querySelector("[role=alert]")).toBe(alert);
    show("", null);
    expect(alerts(field)).toEqual([]);
  });

  it("asks again where the reader presses “Try again”", () => {
    const { field, deeds, show, input } = open();
    const focus = vi.spyOn(input, "focus");
    show("loan", missing);
    field.querySelector("button")!.click();
    expect(deeds.tryAgain).toHaveBeenCalledTimes(1);
    expect(focus).toHaveBeenCalledTimes(1);
  });
});

describe("resultBar(document, onSort)", () => {
  const found = {
    listed: [practice("a"), practice("b")],
    own: [],
    ranked: new Map(),
    hits: null,
    counts: new Map(),
    sort: "evidence" as const,
  };
  const count = (all: number, facets: object, unsearched: Unsearched | null, q = "loan") => {
    const { bar, show } = resultBar(emptyPage(), () => {});
    show({ ...noChoices, q, facets }, found, all, null, unsearched);
    return said(bar.querySelector("[role=status]"));
  };

  it("never takes a list that was not searched for what the search found", () => {
    expect(count(2, {}, { kind: "coming" })).toBe("All 2 practices; the search is still loading");
    expect(count(9, { kind: ["good"] }, { kind: "coming" })).toBe(
      "2 practices of 9; the search is still loading",
    );
    expect(count(2, {}, missing)).toBe("All 2 practices, not searched");
    expect(count(9, {}, null)).toBe("2 practices of 9");
  });

  it.each(["😀", "%", "the of and", "de la"])("says that “%s” asks for nothing", (q) => {
    expect(count(2, {}, null, q)).toBe(`All 2 practices. “${q}” has no word to look for`);
    expect(count(2, {}, null, "  ")).toBe("All 2 practices");
  });
});

describe("exportTools(document, deeds)", () => {
  const never = () => new Promise<void>(() => {});

  it("says that a file waits, and no more once it is there", async () => {
    let come = () => {};
    const exportCsv = () => new Promise<void>((resolve) => (come = resolve));
    const { buttons, told } = exportTools(emptyPage(), { exportCsv, exportMarkdown: never });
    buttons[0]!.click();
    expect(said(told)).toBe("The file waits for the summaries of practices…");
    come();
    await vi.waitFor(() => expect(said(told)).toBe(""));
  });

  it("says why there is no file, and makes it when the reader tries again", async () => {
    const exportMarkdown = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new ReaderError("the summaries could not be fetched"))
      .mockResolvedValue();
    const { buttons, told } = exportTools(emptyPage(), { exportCsv: never, exportMarkdown });
    buttons[1]!.click();
    await vi.waitFor(() =>
      expect(said(told.querySelector("[role=alert]"))).toBe(
        "The file was not made: the summaries could not be fetched. Try again, or reload the page.",
      ),
    );
    told.querySelector("button")!.click();
    await vi.waitFor(() => expect(said(told)).toBe(""));
    expect(exportMarkdown).toHaveBeenCalledTimes(2);
  });

  it("speaks of the last file asked for where two wait", async () => {
    let fail: (error: Error) => void = () => {};
    const exportCsv = () => new Promise<void>((_, reject) => (fail = reject));
    const { buttons, told } = exportTools(emptyPage(), { exportCsv, exportMarkdown: never });
    buttons[0]!.click();
    buttons[1]!.click();
    fail(new ReaderError("too late"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(said(told)).toBe("The file waits for the summaries of practices…");
  });
});
