import { parseHTML } from "linkedom";
import type { FrameContext } from "../../../src/components/frame-context.js";
import { marksOf } from "../../../src/components/marks.js";
import type { Row } from "../../../src/components/figure.js";

/** A name that would run a script, were it ever read as HTML. */
export const hostileName = `<img src=x onerror=alert(1)>"'&`;

/** An empty page; its inputs know whether they are checked, which the library leaves out. */
export function emptyPage(): Document {
  const { document } = parseHTML("<!doctype html><html><head></head><body></body></html>");
  const input = Object.getPrototypeOf(document.createElement("input")) as object;
  if (!("checked" in input))
    Object.defineProperty(input, "checked", {
      configurable: true,
      get(this: Element) {
        return this.hasAttribute("checked");
      },
      set(this: Element, value: boolean) {
        this.toggleAttribute("checked", value);
      },
    });
  return document;
}

/** What a frame needs, with these discrepancies. */
export function contextWith(discrepancies: Row[] = []): FrameContext {
  return {
    document: emptyPage(),
    link: (path) => `/site${path}`,
    sourceName: (id) => `Document ${id}`,
    sourceCitation: (id) => `Citation of ${id}`,
    version: "0123abcd",
    marks: marksOf(discrepancies),
    discrepancies,
  };
}

/** One row of `discrepancies` that touches a cell or several. */
export function discrepancy(
  id: string,
  row_key: string,
  column_name = "initiatives",
  table_name = "initiatives",
) {
  return {
    discrepancy_id: id,
    title: `Title of ${id}`,
    table_name,
    row_key,
    column_name,
    value_a: "1",
    value_b: "2",
  } satisfies Row;
}

/** Text of an element with runs of white space as one space. */
export function said(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
