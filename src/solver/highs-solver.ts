import type { Highs, Model } from "highs";
import type { IntegerProgram, OpenProgram, Solution, Solver } from "../model/search/integer-program.js";

/** Longest that one question may take, in seconds; those of the notebook take hundredths. */
const patience = 10;

const options = {
  output_flag: false,
  // To the very best, not to within a ten-thousandth of it.
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  // With its default, a thousandth of a row's own tolerance apart, presolve at times cut off the cheapest plan of a level.
  mip_feasibility_tolerance: 1e-9,
  // Takes half of the time of these small programs and finds nothing that their relaxation does not.
  mip_heuristic_run_feasibility_jump: false,
  random_seed: 0,
  time_limit: patience,
};

/** HiGHS (Huangfu & Hall, Parallelizing the dual revised simplex method, 2018) as the search's solver. */
export function highsSolver(highs: Highs): Solver {
  return (program) => (program.columns.length === 0 ? openEmpty(program) : open(highs, program));
}

function open(highs: Highs, { columns, rows, branches }: IntegerProgram): OpenProgram {
  const { continuous, integer } = highs.constants.variableType;
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.variables.length);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(({ whole }) => (whole ? integer : continuous)),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap(({ variables }) => variables),
      values: rows.flatMap(({ values }) => values),
    },
  });
  model.options.set(branches === undefined ? options : { ...options, mip_max_nodes: branches });
  const whole = columns.some((column) => column.whole);
  return {
    bound: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    solve(aim, worth) {
      const { minimize, maximize } = highs.constants.objectiveSense;
      model.changeColsCost({ kind: "range", from: 0, to: columns.length - 1 }, worth);
      model.changeObjectiveSense(aim === "most" ? maximize : minimize);
      // From nothing each time: what an earlier question left behind must not choose between equal answers.
      model.clearSolver();
      model.zeroAllClocks();
      model.run();
      return solutionOf(highs, model, whole);
    },
    close: () => model.dispose(),
  };
}

/** @throws Error where HiGHS ends in a way that it should not */
function solutionOf(highs: Highs, model: Model, whole: boolean): Solution {
  const { optimal, infeasible, unboundedOrInfeasible, timeLimit, solutionLimit } =
    highs.constants.modelStatus;
  const status = model.getModelStatus();
  if (status === optimal) {
    const { colValue, colDual } = model.getSolution();
    const columns = Float64Array.from(colValue);
    return { status: "solved", columns, ...(whole ? {} : { reduced: Float64Array.from(colDual) }) };
  }
  // Every column has an upper and a lower bound: nothing is unbounded.
  if (status === infeasible || status === unboundedOrInfeasible) return { status: "impossible" };
  if (status === timeLimit || status === solutionLimit) return given(highs, model);
  throw new Error(`HiGHS ended with model status ${status}`);
}

/** What was found until the solver gave up, and what cannot be bettered for certain. */
function given(highs: Highs, model: Model): Solution {
  if (Number(model.info.get("primal_solution_status")) !== highs.constants.solutionStatus.feasible)
    return { status: "stopped" };
  const bound = Number(model.info.get("mip_dual_bound"));
  return { status: "solved", columns: Float64Array.from(model.getSolution().colValue), bound };
}

/** Without columns there is nothing to solve: the rows hold for 0, or not at all. */
function openEmpty({ rows }: IntegerProgram): OpenProgram {
  const bounds = rows.map(({ lower, upper }) => ({ lower, upper }));
  return {
    bound: (row, lower, upper) => void (bounds[row] = { lower, upper }),
    solve: () =>
      bounds.every(({ lower, upper }) => lower <= 0 && upper >= 0)
        ? { status: "solved", columns: new Float64Array(0) }
        : { status: "impossible" },
    close: () => {},
  };
}
