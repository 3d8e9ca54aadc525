import { figureCsv } from "../../components/csv.js";
import { element } from "../../components/element.js";
import type { Row, Source } from "../../components/figure.js";
import { figureFileStem } from "../../components/figure-file-name.js";
import type { FrameContext } from "../../components/frame-context.js";
import { saveFile } from "../../components/save-file.js";
import type { RobustFile } from "./robust-files.js";

/**
 * A button that saves a table as CSV.
 * @param asked what every row says beside: the question, the draws and the scenario
 */
export function csvOffer(
  context: FrameContext,
  { name, columns, rows }: RobustFile,
  asked: Row,
  sources: Source[],
): HTMLElement {
  const { document, version } = context;
  const status = element(document, "span", { role: "status" });
  const label = name.replaceAll("-", " ");
  const button = element(document, "button", { type: "button", "aria-label": `CSV: ${label}` }, "CSV");
  button.addEventListener("click", () => {
    const file = `${figureFileStem(name, {}, version)}.csv`;
    const whole = rows.map((row) => ({ ...row, ...asked }));
    saveFile(document, file, figureCsv({ columns, rows: whole, sources }, context));
    status.textContent = `${file} saved`;
  });
  return element(document, "p", { class: "menu csv-offer" }, button, status);
}
