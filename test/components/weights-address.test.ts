import { describe, expect, it } from "vitest";
import { readWeights, writeWeights } from "../../src/components/weights-address.js";
import { equalWeights, everyVariable } from "../../src/model/comparators.js";

describe("the weights of an address", () => {
  it("are equal where it asks for none", () => {
    expect(readWeights("?cities=lisbon")).toEqual({ weights: equalWeights, notes: [] });
  });

  it("are read in the order of the variables, and written so that they are read again", () => {
    const { weights, notes } = readWeights("?weights=4,1,0,2, 3");
    expect(notes).toEqual([]);
    expect(weights).toEqual({ "foreign-born": 4, arrivals: 1, "policy-level": 0, region: 2, challenges: 3 });
    expect(writeWeights("?cities=a,b", weights)).toBe("?cities=a,b&weights=4,1,0,2,3");
    expect(readWeights(writeWeights("", weights)).weights).toEqual(weights);
  });

  it("are left out where all are the usual ones, and kept where all are others alike", () => {
    expect(writeWeights("?weights=1,2,3,4,0&near=lisbon", equalWeights)).toBe("?near=lisbon");
    expect(writeWeights("?weights=1,2,3,4,0", equalWeights)).toBe("");
    expect(
      writeWeights(
        "",
        everyVariable(() => 0),
      ),
    ).toBe("?weights=0,0,0,0,0");
  });

  it.each(["2,2,2,2", "2,2,2,2,2,2", "5,2,2,2,2", "1.5,2,2,2,2", "a,b,c,d,e", "", ",,,,", "-1,2,2,2,2"])(
    "are equal with a note where they are “%s”",
    (asked) => {
      const { weights, notes } = readWeights(`?weights=${asked}`);
      expect(weights).toEqual(equalWeights);
      expect(notes).toEqual([
        `The link asks for the weights “${asked}”, which are not five whole numbers from 0 to 4 with commas between; everything counts the same.`,
      ]);
    },
  );

  it("repeat of a long or unprintable wish what can be shown", () => {
    const [note] = readWeights(`?weights=${"9".repeat(50)}`).notes;
    expect(note).toContain(`“${"9".repeat(40)}…”`);
    expect(readWeights("?weights=1,1,1,1,1&weights=2,2,2,2,2").notes[0]).toContain("“1,1,1,1,1&2,2,2,2,2”");
    expect(readWeights("?weights=%00").notes[0]).toContain("“�”");
  });
});
