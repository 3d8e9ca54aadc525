import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { IntegerProgram, Solver } from "../../src/model/search/integer-program.js";
import { isMany, openMany, worthOf } from "../../src/model/search/many-choices.js";
import { loadSolver } from "../../src/solver/load-solver.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Groups of which one column each is chosen, and a few columns beside them, under a row for money and one for worth. */
const anyChoices = fc
  .record({
    groups: fc.integer({ min: 4, max: 7 }),
    each: fc.integer({ min: 40, max: 70 }),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
    budget: fc.integer({ min: 5, max: 90 }),
  })
  .map(({ groups, each, seed, budget }) => {
    let state = seed;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const size = groups * each;
    const money = Float64Array.from({ length: size + 3 }, () => Math.round(random() * 2000));
    const worth = Float64Array.from(money, (cost) => cost * (0.5 + random()) + 100 * random());
    for (let group = 0; group < groups; group++) money[group * each] = worth[group * each] = 0;
    const all = [...money.keys()];
    const program: IntegerProgram = {
      columns: all.map((i) => ({ lower: 0, upper: i < size ? 1 : 2, whole: true })),
      rows: [
        { lower: -Infinity, upper: (groups * 2000 * budget) / 100, variables: all, values: [...money] },
        { lower: -Infinity, upper: Infinity, variables: all, values: [...worth] },
        ...Array.from({ length: groups }, (_, group) => {
          const variables = all.slice(group * each, (group + 1) * each);
          return { lower: 1, upper: 1, variables, values: variables.map(() => 1) };
        }),
      ],
    };
    return { program, money, worth };
  });

describe("openMany(program, solver)", () => {
  it("finds what the solver finds of all columns at once, and proves it", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyChoices, ({ program, money, worth }) => {
        expect(isMany(program)).toBe(true);
        const [many, plain] = [openMany(program, solver), solver(program)];
        const both = (aim: "most" | "least", of: Float64Array) => {
          const [found, sure] = [many, plain].map((open) => open.solve(aim, of));
          if (found?.status !== "solved" || sure?.status !== "solved") throw new Error("not solved");
          expect(found.bound).toBeUndefined();
          expect(worthOf(found.columns, of)).toBeCloseTo(worthOf(sure.columns, of), 4);
          return worthOf(found.columns, of);
        };
        const most = both("most", worth);
        for (const open of [many, plain]) open.bound(1, most * 0.9, Infinity);
        both("least", money);
        for (const open of [many, plain]) open.bound(1, 1e9, Infinity);
        for (const open of [many, plain]) expect(open.solve("least", money).status).toBe("impossible");
        many.close();
        plain.close();
      }),
      { numRuns: 6, seed: 5 },
    );
  });

  it("says what is known where the solver gives up", () => {
    const { program, worth } = fc.sample(anyChoices, { numRuns: 1, seed: 9 })[0]!;
    /** The solver, which gives up on programs with whole numbers. */
    const tired: Solver = (asked) => {
      const open = solver(asked);
      const whole = asked.columns.some((column) => column.whole);
      return { ...open, solve: (...of) => (whole ? { status: "stopped" } : open.solve(...of)) };
    };
    const best = openMany(program, solver).solve("most", worth);
    if (best.status !== "solved") throw new Error("not solved");
    const stopped = openMany(program, tired).solve("most", worth);
    if (stopped.status !== "stopped") throw new Error("not stopped");
    expect(stopped.bound).toBeGreaterThanOrEqual(worthOf(best.columns, worth) - 1e-6);
  });
});
