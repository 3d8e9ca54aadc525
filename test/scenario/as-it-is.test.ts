import { describe, expect, it } from "vitest";
import { asItIs } from "../../src/scenario/as-it-is.js";

const written = (value: unknown): unknown => JSON.parse(asItIs(value));

describe("asItIs(value)", () => {
  it("writes plain data as it is, also where one part stands in several places", () => {
    const part = { a: [1, "x", null] };
    expect(written({ one: part, two: [part, part] })).toEqual({ one: part, two: [part, part] });
  });

  it("writes what JSON has no form for as text or lists", () => {
    expect(written([12n, new Uint8Array([1, 2]).buffer, new Set([1, 2]), new Map([["a", 1]])])).toEqual([
      "12",
      [1, 2],
      [1, 2],
      [["a", 1]],
    ]);
  });

  it("ends where something holds itself, in whatever holds it", () => {
    const object: Record<string, unknown> = { name: "x" };
    object["self"] = [object];
    expect(written(object)).toEqual({ name: "x", self: ["(the same again)"] });
    const map = new Map<string, unknown>();
    map.set("self", { in: map });
    expect(written(map)).toEqual([["self", { in: "(the same again)" }]]);
    const set = new Set<unknown>();
    set.add(set);
    expect(written({ set })).toEqual({ set: ["(the same again)"] });
  });

  it("ends where the nesting does not, and goes on beside it", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = { deep };
    const text = asItIs({ deep, beside: [1] });
    expect(text).toContain('"(nested deeper)"');
    expect(JSON.parse(text)).toMatchObject({ beside: [1] });
  });
});
