import { formatNumber } from "../components/format.js";
import { factNames, valueWords } from "./fact-words.js";
import { indexFacts } from "./fact-index.js";
import type { CheckableFacts } from "./facts.js";

/**
 * A short press release made of the evidence: most of it agrees; one number is off by one, one is the reading that the
 * tables do not take, and one is only supposed.
 */
export function exampleText(facts: CheckableFacts): string {
  const index = indexFacts(facts);
  const names = factNames(facts);
  const [all] = index.of("all", ["initiatives"]);
  const cities = index.mapped
    .flatMap(({ id }) => index.of(id, ["initiatives"]))
    .sort((a, b) => b.value - a.value);
  const [first, second] = cities;
  const last = cities.at(-1);
  const [political] = index.of("all", ["initiatives"], "political");
  const reading = political?.readings?.find(({ value }) => value !== undefined)?.value;
  const [partnerships] = index.of("all", ["partnerships"]);
  const [mixed] = index.of("all", ["partnerships"], "public-private");
  const [chicago] = index.of("chicago", ["foreign-born-pct"]);
  if (!all || !first || !second || !last || !political || !partnerships || !mixed) return "";
  const share = Math.round((mixed.value / partnerships.value) * 100);
  const shareOfBorn = chicago ? `\n\nIn Chicago, ${valueWords(chicago)} of residents are foreign-born.` : "";
  return [
    `A mapping of ${index.mapped.length} cities counted ${formatNumber(all.value)} initiatives for the integration of newcomers. ${names.place(first.place)} has the most, ${first.value}. ${names.place(second.place)} follows with ${second.value + 1}, and ${names.place(last.place)} has the fewest.`,
    `Only ${reading ?? political.value} of the initiatives in the eight cities are political. ${formatNumber(partnerships.value)} partnerships were counted in the eight cities, and ${share} % of them are public–private. Most partnerships are third–public.${shareOfBorn}`,
    `If ${names.place(last.place)} had twice as many initiatives, it would have ${last.value * 2}.`,
  ].join("\n\n");
}
