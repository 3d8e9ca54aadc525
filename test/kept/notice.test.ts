import { describe, expect, it, vi } from "vitest";
import { Kept, type KeptTrouble } from "../../src/kept/kept.js";
import { keptNotice } from "../../src/kept/notice.js";
import { keptWords, type KeptNames } from "../../src/kept/words.js";
import { shortlistForm } from "../../src/practices/shortlist-form.js";
import { emptyPage, hostileName, said } from "../support/page/page.js";
import { memoryStorage } from "../support/page/memory-storage.js";

const names: KeptNames = { the: "the shortlist", lasts: "the shortlist lasts", takeAway: "Export it" };

function open(text: string) {
  const storage = memoryStorage({ n: text });
  const kept = new Kept(() => storage, "n", shortlistForm, []);
  kept.read();
  const document = emptyPage();
  let removed = 0;
  const { root, show } = keptNotice(document, () => {
    removed++;
    show(kept, names);
  });
  document.body.append(root);
  show(kept, names);
  const button = (name: string) =>
    [...root.querySelectorAll("button")].find((made) => said(made) === name) as HTMLElement | undefined;
  return { storage, kept, root, show, button, removed: () => removed };
}

describe("keptNotice(document)", () => {
  it("takes no room where all is well", () => {
    const { root } = open('["a"]');
    expect(root.hidden).toBe(true);
    expect(said(root.querySelector('[role="status"]'))).toBe("");
  });

  it("shows what was put aside as text, and saves it as a file, whatever it is", async () => {
    const { root, kept, show, button } = open(hostileName);
    expect(said(root)).toContain("Nothing is lost: it is put aside before");
    kept.write(["a"]);
    show(kept, names);
    expect(said(root.querySelector('[role="status"]'))).toBe("");
    expect(said(root)).toContain(`${hostileName.length} letters, beginning “${hostileName}”`);
    expect(root.querySelector("img")).toBeNull();
    const saved = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:");
    button("Save as a file")!.click();
    expect(await (saved.mock.calls[0]![0] as Blob).text()).toBe(hostileName);
    saved.mockRestore();
  });

  it("removes what was put aside only when asked twice", () => {
    const { storage, kept, root, show, button, removed } = open("{damaged");
    kept.write(["a"]);
    show(kept, names);
    button("Remove")!.click();
    expect(kept.aside()).toHaveLength(1);
    button("Keep it")!.click();
    expect(button("Remove")).toBeDefined();
    button("Remove")!.click();
    button("Remove for good")!.click();
    expect([removed(), kept.aside(), root.hidden]).toEqual([1, [], true]);
    expect([...storage.texts]).toEqual([["n", '["a"]']]);
  });
});

describe("keptWords(trouble, names)", () => {
  const all: KeptTrouble[] = [
    ...(["refused", "no room", "damaged", "newer"] as const),
    ...(["no room aside", "too many aside", "too large", "emptied"] as const),
  ];
  it.each(all)("says of “%s” what becomes of the thing, in whole sentences", (trouble) => {
    const words = keptWords(trouble, names);
    expect(words).toMatch(/^[A-Z].*[.]$/);
    expect(words).toMatch(/Nothing is lost|for this visit/);
  });
});
