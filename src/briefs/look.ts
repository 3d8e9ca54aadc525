import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import { gapWords, otherReasons } from "../components/ranking-words.js";
import { leadNames, partnershipNames, type PartnershipType } from "../model/names.js";
import type { Joined, PracticePartnership } from "../model/practice-partnerships.js";
import { answersOf, needsOf, type Need, type WorthALook } from "../model/worth-a-look.js";
import { counted } from "./brief-figure.js";
import type { CityBrief } from "./city-brief.js";
import { kindNames } from "./practices.js";

/** Five practices of other places, each with the gap of the city that it answers, and why it was chosen. */
export function practicesSection(brief: CityBrief, { document, link }: FrameContext): HTMLElement {
  const { city, practices, gaps, unanswered } = brief;
  const needs = needsOf(city, gaps);
  const items = practices.map((look) => {
    const { id, name, kind, place, country, startYear, summary } = look.practice;
    const where = [place, country === place ? null : country].filter(Boolean).join(", ");
    return element(
      document,
      "li",
      {},
      element(document, "a", { href: link(`/practices?city=${city.id}#${id}`) }, name),
      ` (${[where, kindNames[kind], startYear ? `since ${startYear}` : ""].filter(Boolean).join("; ")}). ${summary}`,
      needs.length ? element(document, "small", { class: "answers" }, answerWords(look, city)) : null,
      element(document, "small", {}, whyWords(look, city)),
    );
  });
  return element(
    document,
    "section",
    { class: "brief-practices" },
    element(
      document,
      "h2",
      { id: "worth-a-look" },
      `${items.length === 5 ? "Five practices" : counted(items.length, "practice")} worth a look`,
    ),
    element(
      document,
      "p",
      {},
      needs.length
        ? "The best ranked for each gap, then the next: "
        : `Chosen because these places resemble ${city.name}: `,
      element(
        document,
        "a",
        { href: link(`/practices?city=${city.id}`) },
        `all practices ranked for ${city.name}`,
      ),
      ".",
    ),
    items.length ? element(document, "ol", {}, ...items) : null,
    unanswered.length ? element(document, "p", { class: "unanswered" }, unansweredWords(unanswered)) : null,
  );
}

/** "Answers the gap in political initiatives: Auckland has none; Chicago has 6 (median of the mapped cities: 1)." */
function answerWords(look: WorthALook, city: CityBrief["city"]): string {
  const said = [
    ...look.gaps.map((gap) => [needWords(gap.dimension), gapWords(gap, city)]),
    ...look.partnerships.map((partnership) => [
      needWords(partnership.type),
      `${city.name} has none; this practice joins ${joinedWords(partnership)}`,
    ]),
  ];
  if (!said.length) return `Answers none of the gaps of ${city.name}.`;
  return said.map(([need, words]) => `Answers the gap in ${need}: ${words}.`).join(" ");
}

function whyWords(look: WorthALook, city: CityBrief["city"]): string {
  const reasons = otherReasons(look, city);
  if (reasons.length) return `Why: ${reasons.join("; ")}.`;
  return answersOf(look).length
    ? "Why: it answers a gap; nothing is known to be alike."
    : "Why: next in the register; nothing else sets them apart.";
}

const joinedWords = ({ joins }: PracticePartnership) => joins.map(joinedName).join(" and ");
const joinedName = ({ name, sector }: Joined) => name ?? leadNames[sector];

/** What the practices leave open: gaps that no practice answers, and those that only others answer. */
function unansweredWords(unanswered: CityBrief["unanswered"]): string {
  return unanswered
    .map(({ need, elsewhere }) =>
      elsewhere === 0
        ? `No practice of another place in the register answers the gap in ${needWords(need)}.`
        : `None of these practices answers the gap in ${needWords(need)}; ${elsewhere} further down the ranking ${elsewhere === 1 ? "does" : "do"}.`,
    )
    .join(" ");
}

/** A need as a reader calls it: "political initiatives", "public–private partnerships". */
const needWords = (need: Need) => {
  const type = partnershipNames[need as PartnershipType];
  return type === undefined ? `${need} initiatives` : `${type} partnerships`;
};
