import type { FactIndex } from "./fact-index.js";
import type { Before, FoundTopic } from "./found-topic.js";
import type { Doubt, Finding } from "./finding.js";
import { hedgeOf, isSupposition } from "./hedges.js";
import { citiesWithout } from "./cities-without.js";
import { judgeMajority, judgeRank, judgeTimes, type RankingJudged } from "./judge-ranking.js";
import type { Ranked } from "./ranked.js";
import { rankingForms, type RankingForm } from "./ranking-forms.js";
import { overlap, type ReadSentence } from "./read-sentence.js";
import { rankingSides, type Sides } from "./ranking-sides.js";
import { rankingTopics } from "./ranking-topics.js";
import type { Span } from "./sentences.js";
import { isCounted } from "./select-facts.js";

/** What the evidence says of each order that a sentence tells: who has most, more than another, more than half. */
export function checkRankings(read: ReadSentence, before: Before, index: FactIndex): Finding[] {
  const without = citiesWithout(read, index);
  const told = rankingForms(read.plain).flatMap((form) => {
    if (without.some((one) => overlap(one, form))) return [];
    return checkForm(form, read, before, index) ?? [];
  });
  return [...without, ...told];
}

/** Where the sentence leaves open what is counted, the reading that agrees is taken. */
function checkForm(form: RankingForm, read: ReadSentence, before: Before, index: FactIndex): Finding | null {
  const topics = rankingTopics(form, read, before).filter(({ topic }) => isCounted(topic.indicators));
  if (!topics.length) return foreignShare(form, read, index);
  const found = topics.flatMap((topic) => checkOne(form, topic, read, before, index) ?? []);
  const [first] = found;
  if (!first) return null;
  const right = found.find(({ verdict }) => verdict === "agrees");
  if (right || found.length === 1) return right ?? first;
  return { ...first, verdict: "cannot-tell", doubt: "guess", certainty: "low" };
}

function checkOne(
  form: RankingForm,
  found: FoundTopic,
  read: ReadSentence,
  before: Before,
  index: FactIndex,
): Finding | null {
  const { topic, part } = found;
  const indicator = topic.indicators[0]!;
  const sides = rankingSides(form, read, before, found);
  if (!sides) return null;
  const counted = form.kind === "times" ? read.numbers.find(({ end }) => end === form.start - 1) : undefined;
  const base = baseOf(form, found, sides, read, counted);
  const cannot = (doubt: Doubt): Finding => ({ ...base, verdict: "cannot-tell", doubt, facts: [] });
  if (sides.unknown) return cannot("unknown-place");
  const hedge = isSupposition(read.plain) ? "supposed" : hedgeOf(read.plain, read.written);
  const judged = judge(form, { ...sides, indicator, part, difference: counted?.values[0] ?? null }, index);
  if (!judged) return cannot("not-held");
  if (hedge) return { ...base, ...judged, verdict: "cannot-tell", doubt: hedge };
  if (sides.elsewhere) return cannot("not-all");
  return { ...base, ...judged };
}

/** Where an order stands in the text, and of what it is. */
function baseOf(
  form: RankingForm,
  { topic, part, topicIn }: FoundTopic,
  sides: Sides,
  read: ReadSentence,
  counted?: Span,
) {
  const plain = sides.placeIn === "clause" && topicIn === "clause";
  return {
    start: counted?.start ?? form.start,
    end: topicIn === "clause" && isNear(form, topic, read) ? topic.end : form.end,
    kind: "ranking" as const,
    certainty: plain ? ("high" as const) : ("middling" as const),
    placeIn: sides.placeIn,
    topicIn,
    places: sides.places,
    indicator: topic.indicators[0]!,
    ...(part !== null && { part }),
  };
}

/** Whether what is counted follows "most" with nothing but words between them. */
const isNear = (form: RankingForm, topic: Span, { plain, numbers }: ReadSentence) =>
  topic.start >= form.end &&
  !/[:;,()]/.test(plain.slice(form.end, topic.start)) &&
  !numbers.some(({ start }) => start >= form.end && start < topic.end);

function judge(form: RankingForm, ranked: Ranked, index: FactIndex): RankingJudged | null {
  switch (form.kind) {
    case "rank":
      return judgeRank(form.rank, ranked, index);
    case "majority":
      return judgeMajority(ranked, index);
    case "times":
      return judgeTimes(form, ranked, index);
  }
}

/** Documents count different groups as migrants, so that the cities' shares make no order. */
function foreignShare(form: RankingForm, read: ReadSentence, index: FactIndex): Finding | null {
  const topic = read.topics.find(({ indicators }) => indicators.includes("foreign-born-pct"));
  const [place] = read.places.filter((one) => one.place.kind === "city");
  if (!topic || !place || form.kind === "majority") return null;
  const facts = index.of(place.place.id, topic.indicators).filter(({ unit }) => unit === "percent");
  return {
    start: form.start,
    end: form.end,
    kind: "ranking",
    verdict: "cannot-tell",
    certainty: "middling",
    placeIn: "clause",
    topicIn: "clause",
    places: [place.place.id],
    indicator: "foreign-born-pct",
    facts,
    doubt: "not-all",
  };
}
