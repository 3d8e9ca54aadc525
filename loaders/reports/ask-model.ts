import type { Database } from "../database.js";
import type { Answer } from "../pages/answer.js";
import { writeNearest } from "../pages/nearest.js";
import type { PageProblem } from "../pages/problem.js";
import { cityResults, modelResults } from "./model-results.js";
import type { ReportScenario, ReportScenarios } from "./scenario-run.js";

/**
 * Answers a question to the scenario model: a result of a documented case, of all cities or of one, or a comparison of
 * such results, which is true or false: `model rotterdam-cut coverage[rotterdam] < coverage_baseline[rotterdam]`.
 * The one column of the answer is `value`.
 */
export async function askModel(
  query: string,
  scenarios: ReportScenarios,
  database: Pick<Database, "result">,
): Promise<Answer> {
  const [, preset = "", rest = ""] = /^model\s+(\S+)\s*([\s\S]*)$/.exec(query) ?? [];
  const scenario = scenarios(preset);
  if ("fault" in scenario) return fault(scenario.fault);
  const words = rest.trim().replace(/(\w+)\s+city=([\w-]+)$/, "$1[$2]");
  if (words === "")
    return fault({
      what: "the question to the model names no result",
      mend: `write "model ${preset} coverage", or another of its results`,
    });
  const odd = /[^\w\s[\]().+*/<>=-]|--|\/\*/.exec(words)?.[0];
  if (odd !== undefined) return fault(unread(odd));
  const faults: Omit<PageProblem, "line">[] = [];
  const known = words.replace(/[a-z]\w*(?:\[([\w-]*)\])?/gi, (word, city?: string) => {
    const value = valueOf(scenario, word.replace(/\[.*$/, ""), city);
    if (typeof value === "number") return `(${value.toPrecision(17)}::double)`;
    faults.push(value);
    return "0";
  });
  if (faults.length) return fault(faults[0]!);
  try {
    // The database reckons: what stands here is numbers and signs alone.
    const { rows } = await database.result(`select (${known}) as value`);
    return { kind: "rows", columns: ["value"], rows };
  } catch {
    return fault(unread(words));
  }
}

const fault = (problem: Omit<PageProblem, "line">): Answer => ({ kind: "fault", line: 1, ...problem });

const unread = (words: string): Omit<PageProblem, "line"> => ({
  what: `the question to the model cannot be read at "${words}"`,
  mend: "write names of results and numbers with + - * / < <= > >= = and round brackets, a city in square ones: coverage[lisbon]",
});

function valueOf(
  { view }: ReportScenario,
  name: string,
  city: string | undefined,
): number | Omit<PageProblem, "line"> {
  const results = city === undefined ? modelResults(view) : cityResults(view, city);
  if (!results)
    return {
      what: `the model has no city "${city}"`,
      mend: writeNearest(city!, view.model.baseline.cities, "cities"),
    };
  const value = Object.hasOwn(results, name) ? results[name]! : undefined;
  if (value === undefined)
    return {
      what: `the model has no result "${name}"${city === undefined ? "" : " of one city"}`,
      mend: writeNearest(name, Object.keys(results), "results"),
    };
  return Number.isFinite(value)
    ? value
    : { what: `"${name}" is not known`, mend: "say in words that it is not known" };
}
