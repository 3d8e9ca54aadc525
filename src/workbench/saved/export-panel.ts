import { element } from "../../components/element.js";
import type { FrameContext } from "../../components/frame-context.js";
import { pngOf, standaloneSvg } from "../../components/picture-file.js";
import { ReaderError, wordsFor } from "../../components/reader-error.js";
import { coverageByCity } from "../../scenario-charts/coverage-by-city.js";
import { shownScenario } from "../../scenario-charts/scenario-figure.js";
import { inputsCsv, resultsCsv } from "../../scenario/export-csv.js";
import { scenarioFile, scenariosFiles } from "../../scenario/export-json.js";
import { todayOf } from "../today.js";
import { printBrief } from "../brief/brief-print.js";
import { fileName } from "../../components/file-name.js";
import { saveFile } from "../../components/save-file.js";
import { heldWords } from "../practices/held.js";
import type { PageData } from "../page-data.js";
import { titleField } from "./title-field.js";
import type { SavedShelf } from "./saved-shelf.js";
import type { Workbench } from "../store.js";

/**
 * The button "Export" with the files it offers: a disclosure, which Escape closes. What goes wrong is said beside it.
 * @param data sources of the assumptions, for the files and the brief
 */
export function exportMenu(
  context: FrameContext,
  workbench: Workbench,
  shelf: SavedShelf,
  data: PageData,
): HTMLElement {
  const { document } = context;
  const button = element(
    document,
    "button",
    { type: "button", class: "act", "aria-expanded": "false" },
    "Export",
  );
  const status = element(document, "span", { role: "status" });
  const menu = element(document, "div", {
    class: "tool-form export-menu",
    role: "group",
    "aria-label": "Export this scenario",
    hidden: true,
  });
  const opened = (open: boolean) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const add = (label: string, act: () => string | Promise<string>) => {
    const made = element(document, "button", { type: "button", class: "act" }, label);
    made.addEventListener("click", () => {
      status.textContent = "";
      const held = label === ofAll ? "" : heldWords(workbench);
      (held ? Promise.reject(new ReaderError(held)) : Promise.resolve().then(act)).then(
        (words) => (status.textContent = words),
        (error: unknown) => {
          status.textContent = wordsFor(error, "This did not work, because of a fault in the page.");
        },
      );
    });
    menu.append(made);
    return made;
  };
  const file = (name: string, content: string | Blob) => {
    saveFile(document, name, content);
    return `${name} saved`;
  };
  const page = () => {
    const { origin, pathname, search } = document.defaultView!.location;
    return `${origin}${pathname}${search}`;
  };
  const title = titleField(document, workbench, shelf);
  const name = () => title.now();
  menu.append(title.field);
  const picture = () => {
    const { view } = workbench;
    const frame = document.getElementById(coverageByCity.id);
    if (!frame) throw new ReaderError("there is no picture of coverage on this page");
    return standaloneSvg(frame, shownScenario(coverageByCity, view, context), context);
  };

  add("JSON", () =>
    file(fileName(name(), "json"), scenarioFile(workbench.document, todayOf(workbench), page(), name())),
  );
  const saved = add(ofAll, () => {
    const records = shelf.scenarios.flatMap(({ name, opening }) =>
      opening.ok ? [{ ...opening.value.record, name }] : [],
    );
    const files = scenariosFiles(records, page());
    const names = files.map((text, i) =>
      file(`arrivals-scenarios${files.length > 1 ? `-${i + 1}` : ""}.json`, text),
    );
    const left = shelf.scenarios.length - records.length;
    return left > 0 ? `${names.join(", ")}, without ${left} that cannot be read now` : names.join(", ");
  });
  add("CSV of inputs", () =>
    file(
      fileName(`${name()} inputs`, "csv"),
      inputsCsv(
        workbench.document,
        todayOf(workbench),
        assumptionSources(data),
        workbench.view.result.years[0]!.year,
      ),
    ),
  );
  add("CSV of results", () => {
    const { baseline, result, uncertainty } = workbench.view;
    const words = file(
      fileName(`${name()} results`, "csv"),
      resultsCsv(workbench, baseline, result, uncertainty, workbench.document),
    );
    return uncertainty ? words : `${words}, without percentiles: these are not worked out yet`;
  });
  add("SVG of coverage", () => file(fileName(`${name()} coverage`, "svg"), picture().text));
  add("PNG of coverage", async () =>
    file(fileName(`${name()} coverage`, "png"), await pngOf(document, picture())),
  );
  add("Print brief", async () => {
    await printBrief(context, workbench, data, name());
    return "";
  });
  button.addEventListener("click", () => {
    opened(menu.hidden);
    status.textContent = "";
    saved.hidden = !shelf.scenarios.some(({ opening }) => opening.ok);
    title.show();
    if (!menu.hidden) menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    opened(false);
    button.focus();
  });
  return element(document, "span", { class: "tool" }, button, menu, status);
}

const ofAll = "JSON of all saved";

/** Source and place of each assumption, by id: "thp-2014, Table 8". */
function assumptionSources({ assumptions }: PageData): Map<string, string> {
  return new Map(
    assumptions.map((row) => [
      String(row["assumption_id"]),
      `${String(row["source_id"])}, ${String(row["locator"])}`,
    ]),
  );
}
