import { folded } from "./folded.js";

/**
 * Subjects that recommendations and practices share, each with the words that give it away; `*` stands for any ending.
 * A recommendation to translate and a course of the local language have no word in common; their subject they have.
 * Which words stand for a subject is a judgement of ours, made on the words of the tables' summaries.
 */
export const topics = {
  language: "language* translat* interpreting interpreter* interpret multiling* bilingual literacy",
  jobs: "job* employ* unemploy* hire* hiring labour career* recruit* apprentic* intern interns internship* earn*",
  business: "entrepreneur* founder* business* firm firms shop shops start-up* incubator*",
  money: "bank* credit credits loan* saving* microcredit* microfinanc* remittanc* cash cash-for-work",
  procurement: "supplier* procure* buy contracted contracts tender* purchas*",
  skills: "skill* training qualification* credential* mentor* talent*",
  schools: "school* pupil* educat* teacher* student* universit*",
  health: "health* clinic* hospital* patient* medical nurs*",
  housing: "housing tenant* rent rented dwelling* home homes shelter* hostel segregat*",
  "public space": "park parks street* librar* transport museum* square* zoning",
  meeting:
    "meet meets meetings neighbour neighbours friend* festival* sport* intercultural mixing ties dinners",
  attitudes: "attitude* prejudice* rumour* racis* story stories narrative* media campaign* ambassadors",
  equality: "equal* diversity discriminat* fair antiracis*",
  voting: "vote voting elect elections ballot* non-citizens",
  representation: "council councils board boards advisory consult* commission commissions seats forum fora",
  leadership: "mayor mayors leader* vision",
  office: "office offices department* one-stop desk desks officials administration",
  planning: "plan plans planning strateg* master",
  data: "data figures measure measured measuring indicator* benchmark* index research survey* evaluat* statistic*",
  networks: "network* exchange swap share shares elsewhere peers",
  partnership: "partner partners partnership* coordinat* coalition* alliance* foundation*",
  papers:
    "citizenship naturalis* documents identity card cards permit* residence regularis* legal law laws lawyer*",
  poverty: "food poverty poor basic emergency",
  "higher governments": "national federal higher ministr*",
  services: "service services outreach customer one-stop",
} as const satisfies Readonly<Record<string, string>>;
export type Topic = keyof typeof topics;

const patterns = Object.entries(topics).map(
  ([topic, words]) =>
    [topic as Topic, new RegExp(`^(${words.replaceAll("*", ".*").replaceAll(" ", "|")})$`)] as const,
);

/**
 * The topics of a text, each with the first word that shows it, in the order of `topics`. Case and accents do not
 * count: "Interpreters" shows `language`.
 */
export function topicsOf(text: string): Map<Topic, string> {
  const words = folded(text).match(/[a-z]+(?:-[a-z]+)*/g) ?? [];
  const found = new Map<Topic, string>();
  for (const [topic, pattern] of patterns) {
    const word = words.find((given) => pattern.test(given));
    if (word !== undefined) found.set(topic, word);
  }
  return found;
}
