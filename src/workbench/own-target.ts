import { element } from "../components/element.js";
import { selectField } from "../components/select-field.js";
import { everyCity } from "../model/levers/every-city.js";
import { dimensions } from "../model/names.js";
import { scenarioOf, type ScenarioDocument } from "../scenario/document.js";
import { startOf } from "../model/start.js";
import type { Model } from "../model/model.js";
import { ownTargetRange, type OwnFigures, type Target } from "../model/targets.js";
import { perLabels } from "../scenario/measure-words.js";
import { numberField, type NumberField } from "./numbers/number-field.js";
import type { Workbench } from "./store.js";

type OwnTarget = Extract<Target, { kind: "own" }>;

/**
 * The figures of an own target: five for all cities, or for one city in their place. Hidden while another target is
 * chosen.
 */
export function ownTarget(document: Document, workbench: Workbench): HTMLElement {
  const { cities, names } = workbench.model.baseline;
  const nameOf = (id: string) => names.get(id) ?? id;
  let shownFor: string = everyCity;
  const chosen = (): OwnTarget | null => {
    const { target } = workbench.document;
    return target.kind === "own" ? target : null;
  };
  const take = (target: OwnTarget, label: string, gesture?: string) =>
    workbench.change({ ...workbench.document, target }, label, gesture);

  const legend = element(document, "legend", {});
  const fields = new Map<string, NumberField>();
  for (const dimension of dimensions) {
    const field = numberField(
      document,
      {
        ...{ label: dimension, unit: "number", counted: ["initiative", "initiatives"] },
        ...{ minimum: ownTargetRange.minimum, maximum: ownTargetRange.maximum },
        value: 0,
      },
      (value) => {
        const target = chosen();
        if (!target) return false;
        const of = shownFor === everyCity ? "" : `${nameOf(shownFor)}, `;
        return take(
          withFigure(target, shownFor, dimension, value),
          `Target, ${of}${dimension}: ${value}`,
          `own ${shownFor} ${dimension}`,
        );
      },
      () => workbench.settle(),
    );
    fields.set(dimension, field);
  }
  const options = [
    { value: everyCity, label: "all cities" },
    ...cities.map((id) => ({ value: id, label: nameOf(id) })),
  ];
  const city = selectField(document, "Figures for", options, shownFor, (value) => {
    shownFor = value;
    show();
  });
  const reset = element(
    document,
    "button",
    { type: "button", class: "act" },
    "Use the figures for all cities",
  );
  reset.addEventListener("click", () => {
    const target = chosen();
    if (!target) return;
    take(
      withCities(target, without(target.cities ?? {}, shownFor)),
      `Target, ${nameOf(shownFor)}: as all cities`,
    );
    fields.get(dimensions[0])!.input.focus();
  });
  const others = element(document, "p", { class: "meaning" });
  const root = element(
    document,
    "fieldset",
    { class: "own-target" },
    legend,
    ...(cities.length > 1 ? [city.field] : []),
    ...[...fields.values()].map(({ field }) => field),
    reset,
    others,
  );

  const show = () => {
    const target = chosen();
    root.hidden = target === null;
    if (!target) return;
    const own = target.cities?.[shownFor];
    legend.textContent = `Initiatives that count as covered, per ${perLabels[target.per ?? "city"]}`;
    for (const [dimension, { set }] of fields)
      set(own?.[dimension as keyof OwnFigures] ?? target.initiatives[dimension as keyof OwnFigures]);
    reset.hidden = own === undefined;
    const named = Object.keys(target.cities ?? {}).map(nameOf);
    others.textContent = named.length > 0 ? `With figures of their own: ${named.join(", ")}.` : "";
    others.hidden = named.length === 0;
  };
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return root;
}

/** The target with one figure changed; what is back at the figure for all cities is none of a city's own. */
function withFigure(target: OwnTarget, city: string, dimension: keyof OwnFigures, value: number): OwnTarget {
  if (city === everyCity) return { ...target, initiatives: { ...target.initiatives, [dimension]: value } };
  const others = without(target.cities?.[city] ?? {}, dimension);
  const own = value === target.initiatives[dimension] ? others : { ...others, [dimension]: value };
  const rest = without(target.cities ?? {}, city);
  return withCities(target, Object.keys(own).length > 0 ? { ...rest, [city]: own } : rest);
}

function withCities(target: OwnTarget, cities: NonNullable<OwnTarget["cities"]>): OwnTarget {
  const changed = { ...target };
  delete changed.cities;
  return Object.keys(cities).length > 0 ? { ...changed, cities } : changed;
}

/** The same without one of its fields. */
const without = <Fields extends object>(fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([own]) => own !== name)) as Fields;

/**
 * An own target that begins with the figures of a target there was, so that nothing jumps, but for rounding per head.
 * @param before one that is the same for all cities, or per head
 */
export function ownFrom(model: Model, document: ScenarioDocument, before: Target): OwnTarget {
  const { per } = before;
  const perHead = per === undefined ? {} : { per };
  const one = Object.fromEntries(dimensions.map((dimension) => [dimension, 1])) as Record<
    keyof OwnFigures,
    number
  >;
  const targetsOf = (target: Target) => {
    const start = startOf(model, { ...scenarioOf(document), target });
    return start.ok ? start.value.targets : new Float64Array(dimensions.length);
  };
  // What one initiative per head comes to in the first city turns its targets into figures again.
  const [targets, ofOne] = [targetsOf(before), targetsOf({ kind: "own", initiatives: one, ...perHead })];
  // A figure per head has the digits of its residents: two or three.
  const figure = (d: number) => {
    const exact = ofOne[d]! > 0 ? targets[d]! / ofOne[d]! : 0;
    return per === undefined ? exact : Number(exact.toPrecision(3));
  };
  return {
    kind: "own",
    initiatives: Object.fromEntries(dimensions.map((dimension, d) => [dimension, figure(d)])) as Record<
      keyof OwnFigures,
      number
    >,
    ...perHead,
  };
}
