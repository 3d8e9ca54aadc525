import { element } from "../../components/element.js";
import type { LeverKind } from "../../model/levers/lever-kind.js";
import { leverKinds, type LeverName } from "../../model/levers/lever-kinds.js";
import type { ToldLever } from "../../scenario/told-levers/told-lever.js";
import { toldLevers } from "../../scenario/told-levers/told-levers.js";
import type { SourceLink } from "../source-link.js";
import type { Workbench } from "../store.js";
import type { LeverControl } from "./lever-control.js";
import { leverGroup } from "./lever-group.js";

/** Who pays alone: an analyst comes to it after money, initiatives and practices. */
const isMore = (name: LeverName) => {
  const { whoPaysAlone }: LeverKind = leverKinds[name];
  return whoPaysAlone ?? false;
};

/** Every kind in the order shown. */
const kinds = Object.entries(toldLevers) as [LeverName, ToldLever][];

/**
 * Every lever, grouped. With all cities in view each lever moves them together, and below it city by city; with one
 * city in view there are the levers of that city alone.
 * @param practices the group of practices adopted, which keeps itself in line
 */
export function leversPanel(
  document: Document,
  workbench: Workbench,
  sourceLink: SourceLink,
  practices: HTMLElement,
): HTMLElement {
  const panel = element(document, "div", { class: "levers" });
  const more = element(document, "details", { class: "more-levers" });
  let city = "";
  let controls: LeverControl[] = [];
  const build = () => {
    city = workbench.document.view.city;
    controls = [];
    const active = document.activeElement as HTMLElement | null;
    const inPractices = active !== null && practices.contains(active);
    const focused = inPractices ? null : focusIn(panel);
    const add = (control: LeverControl) => {
      controls.push(control);
      return control.control;
    };
    const groups = kinds.map(([kind, { control }]) =>
      control.as === "slider"
        ? leverGroup({ document, workbench, kind, slider: control, add }, city, sourceLink)
        : practices,
    );
    const [first, rest] = [0, 1].map((place) =>
      groups.filter((_, i) => Number(isMore(kinds[i]![0])) === place),
    ) as [HTMLElement[], HTMLElement[]];
    more.replaceChildren(element(document, "summary", {}, "More levers: partnerships"), ...rest);
    more.open ||= workbench.document.levers.some(({ kind }) => isMore(kind));
    panel.replaceChildren(...first, more);
    if (inPractices) active.focus();
    else if (focused) focusAgain(panel, focused);
  };
  build();
  workbench.subscribe((_, change) => {
    if (change !== "document") return;
    if (workbench.document.view.city !== city) build();
    else {
      more.open ||= workbench.document.levers.some(({ kind }) => isMore(kind));
      for (const control of controls) control.show();
    }
  });
  return panel;
}

/** The lever and the group that have the focus; null where the panel has it not. */
function focusIn(panel: HTMLElement): { lever: string | undefined; group: LeverName | undefined } | null {
  const active = panel.ownerDocument.activeElement;
  if (!active || !panel.contains(active)) return null;
  const around = active.closest(".lever-group");
  return {
    lever: active.closest<HTMLElement>("[data-lever]")?.dataset.lever,
    group: kinds.find(([kind]) => around?.classList.contains(kind))?.[0],
  };
}

/** A reader who undid a choice of city from a lever goes on at that lever, or at the first of its group. */
function focusAgain(panel: HTMLElement, { lever, group }: NonNullable<ReturnType<typeof focusIn>>): void {
  const same = [...panel.querySelectorAll<HTMLElement>("[data-lever]")].find(
    ({ dataset }) => dataset.lever === lever,
  );
  const there = same ?? panel.querySelector<HTMLElement>(`.lever-group.${group ?? kinds[0]![0]}`);
  there?.querySelector<HTMLElement>("input")?.focus();
}
