import type { FrameContext } from "../../components/frame-context.js";
import { brief } from "./brief.js";
import { scenarioLink } from "../copy-link.js";
import type { PageData } from "../page-data.js";
import type { Workbench } from "../store.js";

/** How long a brief waits for ranges that are still being worked out, in milliseconds. */
const longestWait = 3000;

/**
 * Puts the brief into the page, prints, and takes it out again: only the brief comes out of the printer.
 * @param title of the whole: the brief's heading, and the name of the file where it is printed into one
 */
export async function printBrief(
  context: FrameContext,
  workbench: Workbench,
  data: PageData,
  title: string,
): Promise<void> {
  const { document } = context;
  await answered(workbench);
  document.querySelector("body > .brief")?.remove();
  const made = brief(context, workbench.view, {
    title,
    day: new Date(),
    link: scenarioLink(document, workbench),
    data,
  });
  document.body.append(made);
  const window = document.defaultView!;
  // Some browsers return from `print` at once: the brief may go only when it is printed.
  const before = document.title;
  document.title = title;
  window.addEventListener(
    "afterprint",
    () => {
      made.remove();
      document.title = before;
    },
    { once: true },
  );
  window.print();
}

/** Waits until the ranges are there, cannot be had, or take too long. */
function answered(workbench: Workbench): Promise<void> {
  if (workbench.view.uncertainty || workbench.trouble) return Promise.resolve();
  return new Promise((resolve) => {
    const end = workbench.subscribe(() => {
      if (workbench.view.uncertainty || workbench.trouble) finish();
    });
    const late = setTimeout(() => finish(), longestWait);
    const finish = () => {
      clearTimeout(late);
      end();
      resolve();
    };
  });
}
