import { describe, expect, it } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import { listSome, someOf } from "../../src/components/some-of.js";
import { firstFaults, joinedFaults, type ToldFault } from "../../src/components/told-fault.js";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const faults = (count: number, letters = 1): ToldFault[] =>
  numbers(count).map((i) => ({ message: String(i).padStart(letters, "x") }));

describe("someOf(all)", () => {
  it("names eight and counts the others, but counts no single one", () => {
    expect(someOf(numbers(200))).toEqual({ named: numbers(8), more: 192 });
    expect(someOf(numbers(10))).toEqual({ named: numbers(8), more: 2 });
    expect(someOf(numbers(9))).toEqual({ named: numbers(9), more: 0 });
    expect(someOf([])).toEqual({ named: [], more: 0 });
  });

  it("is a list in a sentence", () => {
    expect(listSome(["a", "b"])).toBe("a and b");
    expect(listSome(numbers(200).map(String))).toBe("0, 1, 2, 3, 4, 5, 6, 7 and 192 more");
  });
});

describe("faultsWords(faults)", () => {
  it("says the first eight and counts the others", () => {
    expect(faultsWords(faults(3))).toBe("0; 1; 2");
    expect(faultsWords(faults(200))).toBe("0; 1; 2; 3; 4; 5; 6; 7; and 192 more");
  });

  it("says fewer where they are long, but always one", () => {
    const words = faultsWords(faults(20, 300));
    expect(words.length).toBeLessThan(1000);
    expect(words).toMatch(/^x+0; x+1; and 18 more$/);
    expect(faultsWords(faults(2, 900))).toMatch(/^x+0; and 1 more$/);
  });

  it("adds up what lists before it have counted", () => {
    expect(faultsWords(firstFaults(faults(200), (fault) => fault))).toBe(
      "0; 1; 2; 3; 4; 5; 6; 7; and 192 more",
    );
    const [a, b] = [firstFaults(faults(100), (d) => d), firstFaults(faults(5), (d) => d)];
    expect(joinedFaults([...a, ...b])).toEqual([...faults(8), { message: "and 97 more", more: 97 }]);
    expect(joinedFaults(b)).toEqual(b);
  });

  it("asks for the words of those alone that are told", () => {
    let asked = 0;
    const told = firstFaults(numbers(100_000), (i) => ({ message: String((asked++, i)) }));
    expect([told.length, asked]).toEqual([9, 8]);
  });
});
