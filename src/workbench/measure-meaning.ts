import { formatList, formatNumber, formatShort, percent } from "../components/format.js";
import { withOverrides } from "../model/assumptions.js";
import type { Heads } from "../model/heads.js";
import { dimensions } from "../model/names.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";

const D = dimensions.length;

/** What was chosen of how coverage is measured, in the numbers that it rests on; a sentence or two a choice. */
export function measureMeaning(view: ScenarioView): string[] {
  const { target, weighting, counts, ownCity } = view.document;
  if (ownCity) return [];
  const needed = [...new Set([target.per, weighting].filter((one) => one !== undefined))];
  return [
    ...(target.per === undefined ? [] : [perHead(view, target.per)]),
    ...(weighting === undefined ? [] : [weights(view, weighting)]),
    ...needed.map((who) => peopleOf(view, who)),
    ...(counts === undefined ? [] : [missed(view)]),
    ...(needed.length + (counts ? 1 : 0) > 0
      ? ["These figures are among the assumptions, with their sources; change what you know better."]
      : [
          "Coverage takes counts as they are: a large city needs as many initiatives as a small one, and every city counts once.",
        ]),
  ];
}

/** Residents or migrants by city, at central values. */
function headsOf({ model, document }: ScenarioView, who: Heads) {
  const outcome = withOverrides(model.assumptions, document.overrides);
  const central = new Map(
    (outcome.ok ? outcome.value : model.assumptions).map((one) => [one.id, one.central]),
  );
  return model.baseline.cities.map((id) => ({
    name: model.baseline.names.get(id) ?? id,
    heads: central.get(`residents-${id}`)! * (who === "migrants" ? central.get(`migrant-share-${id}`)! : 1),
  }));
}

/** The fewest first. */
const byHeads = (view: ScenarioView, who: Heads) => headsOf(view, who).sort((a, b) => a.heads - b.heads);

function perHead(view: ScenarioView, who: Heads): string {
  const cities = byHeads(view, who);
  const place = (name: string) => view.model.baseline.cities.findIndex((id) => nameOf(view, id) === name);
  const first = dimensions[0];
  const told = [cities[0]!, cities.at(-1)!].map(
    ({ name }) => `${formatShort(view.result.targets[place(name)]![0]!)} ${first} initiatives in ${name}`,
  );
  return `A target per 100,000 ${who} grows with the city: ${told.join(", ")}.`;
}

function weights(view: ScenarioView, who: Heads): string {
  const cities = byHeads(view, who);
  const all = cities.reduce((sum, { heads }) => sum + heads, 0);
  const [most, fewest] = [cities.at(-1)!, cities[0]!].map(({ heads }) => percent(heads / all)) as [
    string,
    string,
  ];
  return `By ${who}, ${cities.at(-1)!.name} has ${most} of the weight in the mean and ${cities[0]!.name} ${fewest}; alike each city would have ${percent(1 / cities.length)}. The weakest city and inequality between cities take each city once.`;
}

function peopleOf(view: ScenarioView, who: Heads): string {
  const cities = byHeads(view, who);
  const [fewest, most] = [cities[0]!, cities.at(-1)!];
  const told = `${fewest.name} has about ${inFigures(fewest.heads)} ${who}, ${most.name} ${inFigures(most.heads)}.`;
  return who === "migrants"
    ? `${told} The documents do not all count the same people as migrants, and they doubt some of their shares.`
    : told;
}

/** "45,000", "11 million": no more digits than the counts have. */
function inFigures(heads: number): string {
  const rounded = Number(heads.toPrecision(2));
  return rounded >= 1e6 ? `${formatShort(rounded / 1e6)} million` : formatNumber(rounded);
}

function missed(view: ScenarioView): string {
  const { cities, initiatives } = view.model.baseline;
  const counted = initiatives.reduce((a, b) => a + b, 0);
  const start = view.result.years[0]!.cities.flatMap((city) => city.initiatives).reduce((a, b) => a + b, 0);
  const outcome = withOverrides(view.model.assumptions, view.document.overrides);
  const shares = (outcome.ok ? outcome.value : view.model.assumptions).filter(({ id }) =>
    cities.some((city) => id === `found-${city}`),
  );
  const [least, most] = [
    Math.min(...shares.map(({ central }) => central)),
    Math.max(...shares.map(({ central }) => central)),
  ];
  const found = percent(least) === percent(most) ? percent(most) : `${percent(least)} to ${percent(most)}`;
  const cells = new Set(
    view.result.years[0]!.cities.flatMap((city, c) =>
      city.initiatives.some((n, d) => n > initiatives[c * D + d]!) ? [nameOf(view, city.city)] : [],
    ),
  );
  const where =
    cells.size === 0
      ? ""
      : cells.size === cities.length
        ? ", in every city"
        : `, in ${formatList([...cells])}`;
  return `The mapping is assumed to have found ${found} of the initiatives of a city. To the ${formatNumber(counted)} it counted, ${formatNumber(start - counted)} are added${where}: the middle of what may have been missed of each count. Every simulation adds others.`;
}

const nameOf = ({ model: { baseline } }: ScenarioView, id: string) => baseline.names.get(id) ?? id;
