import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import { percent } from "../../components/format.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { FoundPlan } from "../../model/search/found.js";
import type { Money } from "../../model/search/ground.js";
import type { TradeOff } from "../../model/search/trade-off.js";
import { LiveScenarioFigure } from "../../scenario-charts/live-scenario-figure.js";
import { inYears, nameOf, shareOf, toldApart } from "../../scenario-charts/reading.js";
import type { ScenarioContext } from "../../scenario-charts/scenario-figure.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { pointsOf } from "../../scenario-charts/tested-reading.js";
import { tradeOffPicture } from "../../scenario-charts/trade-off.js";
import { scenarioOf } from "../../scenario/document.js";
import { averageWords } from "../../scenario/measure-words.js";
import type { ModelClient } from "../../workers/model-client.js";
import { euroForm } from "../numbers/number-form.js";
import type { Workbench } from "../store.js";
import { withPlan } from "./add-plan.js";
import { moneyField } from "./best-use.js";
import { bestUseSentence } from "./best-use-words.js";
import { readAll, typedField } from "./fields.js";
import { howFound, tiesOfBestUse } from "./how-found.js";
import { moneyNames } from "./plan.js";
import { planAnswer } from "./plan-answer.js";
import { bestUseProofWords, tradeOffProofWords } from "./proof-words.js";
import { questionForm, questionLine } from "./question-form.js";
import { scenarioPart, searchArea } from "./search-area.js";
import { mostMoney } from "./most-money.js";

interface Asked {
  budget: number;
  money: Money;
}

/**
 * "All cities, or the weakest?": what one budget can do for the mean and for the city with the least, the plans between
 * the two ends. A point shows its plan, which can be applied.
 * @param client null where nobody can answer, as when the page is built
 * @param context of the picture's frame
 */
export function tradeOffPanel(
  document: Document,
  workbench: Workbench,
  client: ModelClient | null,
  context: ScenarioContext,
): HTMLElement {
  const budget = typedField(
    document,
    { before: "What €", after: "a year", value: "2,000,000", size: 11 },
    euroForm(1, mostMoney),
  );
  const money = moneyField(document, "of");
  const search = searchArea(document, workbench, scenarioPart);

  const onAsk = () => {
    const values = readAll<Asked>({ budget, money });
    if (!client || !values) return;
    const { view } = workbench;
    void search.ask<TradeOff>({
      running: `Weighing all cities against the weakest for ${formatEuro(values.budget)} of ${moneyNames[values.money]} a year`,
      question: () => client.newest("tradeOff", scenarioOf(view.document), values),
      stop: () => client.stop("tradeOff"),
      answer: ({ plans: found, highest }, apply) => {
        const unproved = tradeOffProofWords({ plans: found, highest });
        const chosen = element(document, "div", { class: "chosen-point", tabindex: -1 });
        const choose = (plan: FoundPlan) => {
          const shown = { found: plan, view, money: values.money, city: everyCity };
          const { weakestCity } = plan.simulated;
          chosen.replaceChildren(
            element(
              document,
              "h4",
              {},
              `${nameOf(view, weakestCity.city)}, the weakest city, at ${percent(weakestCity.coverage, 1)}`,
            ),
            planAnswer(document, client, {
              name: "point of the trade-off",
              shown,
              sentence: bestUseSentence(shown, values.budget, "coverage", {}),
              unproved: bestUseProofWords(shown, "coverage"),
              how: howFound(
                document,
                shown,
                `the highest mean coverage with no city below ${percent(weakestCity.coverage, 1)}`,
                tiesOfBestUse,
              ),
              apply: () =>
                apply(
                  (now) => withPlan(now, plan.plan),
                  `${formatEuro(values.budget)} a year, the weakest city at ${percent(weakestCity.coverage)}`,
                ),
            }),
          );
          search.follow();
          chosen.focus();
        };
        const picture = new LiveScenarioFigure(
          tradeOffPicture,
          {
            model: view.model,
            document: view.document,
            points: found.map(({ simulated }) => ({
              mean: simulated.coverage,
              weakest: simulated.weakestCity.coverage,
              city: nameOf(view, simulated.weakestCity.city),
              spent: simulated[values.money],
            })),
            budget: values.budget,
            money: values.money,
            onPoint: (index) => choose(found[index]!),
          },
          { ...context, heading: "h3" },
        );
        return element(
          document,
          "div",
          { class: "frontier" },
          element(document, "p", { class: "sentence" }, tradeOffSentence(view, found, values)),
          unproved && element(document, "p", { class: "answer-note" }, unproved),
          picture.frame,
          element(
            document,
            "p",
            {},
            ...[...new Set([found[0]!, found.at(-1)!])].flatMap((plan, i) => [
              plansButton(
                document,
                i === 0
                  ? "Show the plan that is best for all cities"
                  : "Show the plan that is best for the weakest city",
                () => choose(plan),
              ),
              " ",
            ]),
          ),
          chosen,
        );
      },
    });
  };
  return element(
    document,
    "section",
    { class: "find-one trade-off-panel" },
    questionForm(
      document,
      { name: "All cities, or the weakest?", button: "Draw the trade-off", able: client !== null },
      search,
      onAsk,
      questionLine(
        document,
        budget.field,
        money.field,
        "can do for the mean of all cities and for the weakest",
      ),
    ),
    search.area,
  );
}

function plansButton(document: Document, words: string, onPress: () => void): HTMLElement {
  const button = element(document, "button", { type: "button", class: "act" }, words);
  button.addEventListener("click", onPress);
  return button;
}

/** What the two ends bring, and what one costs the other. */
function tradeOffSentence(view: ScenarioView, found: readonly FoundPlan[], { budget, money }: Asked): string {
  const [first, last] = [found[0]!.simulated, found.at(-1)!.simulated];
  const sum = `${formatEuro(budget)} of ${moneyNames[money]} a year`;
  const years = inYears(view.document.horizon);
  const target = shareOf(view.document.target);
  const weighed = view.document.weighting === undefined ? "" : `, ${averageWords(view.document)}`;
  const mean = `the mean of all cities${weighed}`;
  const weakest = nameOf(view, first.weakestCity.city);
  if (found.length === 1)
    return `One plan is best for both: ${sum} brings ${mean}${weighed && ","} to ${percent(first.coverage, 1)} of ${target} ${years}, and the weakest city, ${weakest}, to ${percent(first.weakestCity.coverage, 1)}.`;
  const [before, after] = toldApart(first.weakestCity.coverage, last.weakestCity.coverage, percent, 0);
  return `Spent where it does most for ${mean}, ${sum} brings it to ${percent(first.coverage, 1)} of ${target} ${years} and leaves the weakest city, ${weakest}, at ${before}. Spent for the weakest city it leaves none below ${after}, and the mean is ${pointsOf(first.coverage - last.coverage)} lower.`;
}
