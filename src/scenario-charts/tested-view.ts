import type { Row, Source } from "../components/figure.js";
import type { Assumption } from "../model/assumptions.js";
import type { Model } from "../model/model.js";
import type { RobustChoice } from "../model/search/robust-choice.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { countSources } from "./count-sources.js";

/** A plan that was tested under drawn assumptions, with what its pictures have to say of it. */
export interface TestedView {
  model: Model;
  /** Of the scenario it was tested in: how costs are taken. */
  document: Pick<ScenarioDocument, "costing">;
  choice: RobustChoice;
  /** What is made as high as it can be: "coverage of all cities together". */
  level: string;
  /** The scenario's assumptions by id. */
  assumptions: ReadonlyMap<string, Assumption>;
  /** What every row of a file says beside: the question, the draws and the scenario. */
  asked: Row;
}

/** Where the numbers of a tested plan come from. */
export const testedSources = ({ model }: TestedView): Source[] => [
  ...countSources(model, ["initiatives"]),
  { source_id: "arrivals", locator: "Table assumptions" },
];
