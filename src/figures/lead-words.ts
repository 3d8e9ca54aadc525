import { formatList, formatNumber, inWords } from "../components/format.js";
import { leadGraph, partnersOf, type LeadGraph, type Pair } from "../components/lead-graph.js";
import { number, text, type Options, type Row } from "../components/figure.js";
import { ofPlace, placeWords } from "./practice-places.js";

const graphOf = (rows: Row[], options: Options): LeadGraph => leadGraph(ofPlace(rows, options));
const counted = (count: number, noun: string) => `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Leads of the description, with the most partners; the table has all. */
const mostTold = 10;

/** Who works with most of the partners named. */
export function leadTitle(rows: Row[], options: Options): string {
  const { leads, partners, pairs } = graphOf(rows, options);
  const where = placeWords(options);
  if (!partners.length) return `${where}, no practice names a partner`;
  const counts = leads
    .filter(({ name }) => name)
    .map((lead) => ({ lead, count: partnersOf(lead, pairs).length }));
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const first = counts.filter(({ count }) => count === most).map(({ lead }) => lead.name);
  const all = partners.length;
  if (!most)
    return `${where}, ${counted(all, "partner")} of practices ${all === 1 ? "is" : "are"} named, and no lead`;
  if (all === 1) return `${where}, ${formatList(first)} and ${partners[0]!.name} are the only pair named`;
  if (most === 1) return `${where}, no lead has more than one partner: ${formatNumber(all)} are named`;
  const who = first.length > 2 ? `${inWords(first.length)} leads` : formatList(first);
  const of = most === all ? `all ${formatNumber(all)}` : `${formatNumber(most)} of the ${formatNumber(all)}`;
  return `${where}, ${who} ${first.length > 1 ? "each work" : "works"} with ${of} partners that documents name`;
}

/** Each lead with its partners, for those who cannot see them. */
export function leadDescription(rows: Row[], options: Options): string {
  const { leads, partners, pairs } = graphOf(rows, options);
  const joined = leads.filter((lead) => partnersOf(lead, pairs).length);
  const told = joined.slice(0, mostTold).map((lead) => {
    const names = partnersOf(lead, pairs).map(({ name, sector }) => `${name}${sector ? ` (${sector})` : ""}`);
    return `${lead.name || "No lead named"}${lead.sector ? ` (${lead.sector})` : ""}: ${formatList(names)}.`;
  });
  const more = joined.length - told.length;
  return [
    `${placeWords(options)}: ${counted(leads.length, "lead")} of practices, and lines to ${partners.length ? counted(partners.length, "partner") : "nobody"}.`,
    ...mostNamed(ofPlace(rows, options)),
    ...told,
    ...(more > 0 ? [`${formatNumber(more)} more with partners are in the table.`] : []),
    ...(joined.length < leads.length
      ? [
          `Without a partner named: ${formatList(leads.filter((lead) => !joined.includes(lead)).map(({ name }) => name))}.`,
        ]
      : []),
  ].join(" ");
}

/** The practice that names the most partners; nothing where none names any. */
function mostNamed(rows: Row[]): string[] {
  const most = Math.max(0, ...rows.map((row) => number(row, "partners") ?? 0));
  const first = rows.find((row) => most > 0 && number(row, "partners") === most);
  return first ? [`“${text(first, "practice")}” names the most partners: ${formatNumber(most)}.`] : [];
}

/** What the lines show, and what stands without one. */
export function leadSentences(rows: Row[], options: Options): string[] {
  const { leads, partners, pairs } = graphOf(rows, options);
  const named = leads.filter(({ name }) => name);
  const alone = named.filter((lead) => !partnersOf(lead, pairs).length);
  const leadless = leads.length - named.length;
  const sides = partners.filter(({ key }) => named.some((lead) => lead.key === key && !alone.includes(lead)));
  const one = alone.length === 1;
  return [
    pairs.length > 1 && mixedWords(pairs),
    sides.length > 0 &&
      `${formatList(sides.map(({ name }) => name))} ${sides.length === 1 ? "stands" : "stand"} on both sides: ${sides.length === 1 ? "it leads" : "they lead"} some practices and ${sides.length === 1 ? "takes" : "take"} part in others.`,
    alone.length > 0 &&
      `${counted(alone.length, "lead")} ${one ? "stands" : "stand"} without a line, since no partner is named for anything ${one ? "it leads" : "they lead"}. That may say more of the document than of ${one ? "it" : "them"}.`,
    leadless > 0 &&
      `${counted(leadless, "practice")} ${leadless === 1 ? "names" : "name"} partners but no lead: ${leadless === 1 ? "its lines are" : "their lines are"} broken.`,
  ].filter((words) => words !== false);
}

/** How many pairs join government and business. */
function mixedWords(pairs: readonly Pair[]): string {
  const mixed = pairs.filter(({ lead, partner }) => {
    const both = [lead.sector, partner.sector];
    return both.includes("public") && both.includes("private");
  }).length;
  return mixed === 0
    ? `None of the ${formatNumber(pairs.length)} pairs of lead and partner joins government and business.`
    : `${formatNumber(mixed)} of the ${formatNumber(pairs.length)} pairs of lead and partner ${mixed === 1 ? "joins" : "join"} government and business.`;
}
