import { afterEach, describe, expect, it, vi } from "vitest";
import { rowsToArrowFile } from "../../loaders/arrow.js";
import { evidenceFigure } from "../../src/components/evidence-figure.js";
import type { Figure, Row } from "../../src/components/figure.js";
import { LiveEvidence } from "../../src/start/live-evidence.js";
import { contextWith, said } from "../support/page/page.js";

const rows: Row[] = [
  { city: "Lisbon", initiatives: 12, actors: 30 },
  { city: "Nairobi", initiatives: 13, actors: 20 },
];
const figure: Figure = {
  id: "small",
  options: { measure: "initiatives" },
  sql: ({ measure }) => `select ${measure}`,
  title: (given, { measure }) => `${given.length} cities by ${measure}`,
  description: (given, { measure }) => given.map((row) => String(row[measure!])).join(" and "),
  words: (_, { measure }) => [`Counted by ${measure}.`],
  columns: [
    { name: "city", title: "City" },
    { name: "initiatives", title: "Initiatives" },
    { name: "actors", title: "Actors" },
  ],
  draw: (given, { document, width }) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("width", String(width));
    svg.textContent = given.map((row) => String(row.city)).join(" ");
    return svg;
  },
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
};

afterEach(() => vi.unstubAllGlobals());

describe("LiveEvidence", () => {
  it("takes the figure of the page over, and shows another choice", async () => {
    const file = rowsToArrowFile(
      rows,
      [
        { name: "city", type: "string" },
        { name: "initiatives", type: "integer" },
        { name: "actors", type: "integer" },
      ],
      { figure: "small", version: "0123abcd" },
    );
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(file as BodyInit)));
    const context = contextWith();
    vi.stubGlobal("document", context.document);
    vi.stubGlobal(
      "CustomEvent",
      (context.document.defaultView as unknown as { CustomEvent: unknown }).CustomEvent,
    );
    const frame = evidenceFigure(figure, rows, context);
    const caption = frame.querySelector("figcaption");
    const live = new LiveEvidence(frame, figure, context);
    const drawn = () =>
      new Promise((resolve) => frame.addEventListener("arrivals-drawn", resolve, { once: true }));
    const first = drawn();
    live.start({ measure: "initiatives" });
    await first;
    expect(frame.dataset.live).toBe("true");
    expect(frame.querySelectorAll(".picture svg")).toHaveLength(1);
    expect(said(frame.querySelector("h2"))).toBe("2 cities by initiatives");
    const buttons = [...frame.querySelectorAll(".menu > button")].map((button) => said(button));
    expect(buttons).toEqual(["CSV", "XLSX", "SVG", "PNG", "Copy for Word or Excel", "Copy link", "Cite"]);
    const second = drawn();
    live.show({ measure: "actors" });
    await second;
    expect(said(frame.querySelector("h2"))).toBe("2 cities by actors");
    expect(said(frame.querySelector(".words"))).toBe("Counted by actors.");
    expect(frame.querySelector(".picture svg")!.getAttribute("aria-label")).toBe("30 and 20");
    expect(said(frame.querySelector(".figure-sql .panel"))).toBe("");
    expect(frame.querySelector("figcaption")).toBe(caption);
    expect(said(frame.querySelector(".trouble"))).toBe("");
  });
});
