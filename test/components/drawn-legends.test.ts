import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = new URL("../../src/", import.meta.url);
const scripts = ["scenario-charts", "figures", "briefs", "components", "workbench"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, source), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({
      file: `${folder}/${file}`,
      text: readFileSync(new URL(`${folder}/${file}`, source), "utf8"),
    })),
);

describe("legends", () => {
  it("are shapes that are drawn, not letters that look like shapes", () => {
    const typed = scripts.filter(({ text }) =>
      /[\u2190-\u21ff\u2500-\u25ff]/.test(text.replace(/\/\*[^]*?\*\/|\/\/.*/g, "").replaceAll("→", "")),
    );
    expect(scripts.length).toBeGreaterThan(100);
    expect(typed.map(({ file }) => file)).toEqual([]);
  });

  it("and no number of a picture or table has raised letters for its flags", () => {
    const raised = scripts.filter(({ text }) => /[ᵇᵈᵉⁿᵖᵘ¹²³]/.test(text));
    expect(raised.map(({ file }) => file)).toEqual([]);
  });
});
