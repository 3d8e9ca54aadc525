import { formatEuro } from "../components/euro.js";
import { formatNumber } from "../components/format.js";
import { someOf } from "../components/some-of.js";
import { everyCity } from "../model/levers/every-city.js";
import { lastYear } from "../model/last-year.js";
import type { Model } from "../model/model.js";
import { scenarioOf, type ScenarioDocument } from "./document.js";
import { modelOfBasis } from "./basis.js";
import { documentThen } from "./older-model.js";
import type { ScenarioRecord, Today } from "./record.js";
import { revisionsOf } from "./revisions.js";
import { modelVersion, versionOf } from "./versions.js";

/** What is other today than when a scenario was made. */
export interface Differences {
  /** K in the last year, as the record has it, and as it is today; null where it cannot be said. */
  coverageThen: number | null;
  coverageNow: number | null;
  /** The same today of the city in view; of all where none is. */
  inViewNow: number | null;
  /** Every revised figure in words. */
  revisions: string[];
  /** What to tell the reader; empty when nothing differs. */
  sentences: string[];
  /** Those of them that are about the model's version, for who says these first; empty where it is today's. */
  ofModel: string[];
}

/**
 * Compares a record with today, in words: its data, its figures and its formulas.
 * @param formulas version of the formulas of today, for tests
 */
export function differencesOf(
  record: ScenarioRecord,
  { model, dataVersion }: Today,
  formulas = modelVersion,
): Differences {
  const revisions = revisionsOf(record.basis, model, versionOf(record));
  const coverageThen = record.coverage;
  const coverageNow = coverageOn(model, record.document);
  const before = modelOfBasis(record.basis, model, versionOf(record));
  const then = before.ok ? documentThen(record, before.value) : null;
  const sentences: string[] = [];
  const older = record.modelVersion !== formulas;
  const ofModel = older
    ? [
        ...versionSentences(record, formulas, coverageNow),
        ...(before.ok && then ? costSentences(before.value, then, model, record.document) : []),
      ]
    : [];
  if (older) sentences.push(...ofModel);
  else if (record.dataVersion !== dataVersion || revisions.length > 0)
    sentences.push(dataSentence(record.dataVersion, dataVersion, coverageThen, coverageNow));
  if (revisions.length > 0) sentences.push(revisionSentence(revisions));
  else if (record.dataVersion !== dataVersion)
    sentences.push(`None of the ${older ? "counts" : "figures"} that scenarios use was revised since.`);
  if (before.ok && then) sentences.push(...contradiction(coverageThen, coverageOn(before.value, then)));
  const inViewNow = inView(model, record.document, coverageNow);
  return { coverageThen, coverageNow, inViewNow, revisions, sentences, ofModel };
}

/** What a record says of itself that its own data do not bear out. */
function contradiction(coverageThen: number | null, again: number | null): string[] {
  if (coverageThen === null || again === null) return [];
  const [says, finds] = apart(coverageThen, again);
  return says === finds
    ? []
    : [`It says that its coverage was ${says}, but on its own data this page finds ${finds}.`];
}

/** What each version of the model does otherwise than the one before it. */
const newIn: Readonly<Record<number, string>> = {
  2: "Version 2 takes one cost of an initiative for all dimensions, unless costs are chosen by dimension; it prices each city as its country, pays for what a rise buys and for new initiatives alike, draws public shares together, and lets a cut lose anything from nothing to all",
};

function versionSentences(
  { modelVersion: then, dataVersion, coverage }: ScenarioRecord,
  now: number,
  coverageNow: number | null,
): string[] {
  const versions = Object.keys(newIn).map(Number);
  const since = versions
    .filter((version) => version > then && version <= now)
    .map((version) => newIn[version]!);
  return [
    `Made with version ${then} of the model on data ${dataVersion}, and run with version ${now} on today's${
      coverage === null || coverageNow === null
        ? ""
        : `: coverage was ${formatNumber(coverage, 2)}, and is ${formatNumber(coverageNow, 2)}`
    }.`,
    ...since.map((words) => `${words}.`),
  ];
}

/** What the two versions make of it in money: "By version 1 it cost €51 million a year, €29 million of it public; …". */
function costSentences(before: Model, then: ScenarioDocument, today: Model, now: ScenarioDocument): string[] {
  const money = (model: Model, document: ScenarioDocument) => {
    const [total, publicCost] = (["total", "public"] as const).map((kind) =>
      lastYear(model, scenarioOf(document), { kind }),
    );
    return total!.ok && publicCost!.ok
      ? `${formatEuro(total!.value)} a year, ${formatEuro(publicCost!.value)} of it public`
      : null;
  };
  const [was, is] = [money(before, then), money(today, now)];
  if (was === null || is === null) return [];
  return [
    `By version ${before.version ?? 1} it cost ${was}; by version ${today.version ?? 1} it costs ${is}.`,
  ];
}

function dataSentence(then: string, now: string, before: number | null, after: number | null): string {
  const made = then === now ? "It names today's data but has other figures" : `Made on data ${then}`;
  if (before === null || after === null) return `${made}; today's is ${now}.`;
  const [was, is] = apart(before, after);
  return was === is
    ? `${made}: coverage was ${was} and ${before === after ? "is" : "rounds to"} the same with today's data.`
    : `${made}: coverage was ${was}, with today's data it is ${is}.`;
}

function revisionSentence(revisions: readonly string[]): string {
  const { named, more } = someOf(revisions);
  const [were, figures] = revisions.length === 1 ? ["was", "figure"] : ["were", "figures"];
  return `${revisions.length} ${figures} ${were} revised: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

/** Two coverages with as many decimals as tell them apart: two, at most four. */
function apart(a: number, b: number): [string, string] {
  for (let decimals = 2; decimals < 4; decimals++)
    if (formatNumber(a, decimals) !== formatNumber(b, decimals))
      return [formatNumber(a, decimals), formatNumber(b, decimals)];
  const same = formatNumber(a, 4) === formatNumber(b, 4);
  return same ? [formatNumber(a, 2), formatNumber(a, 2)] : [formatNumber(a, 4), formatNumber(b, 4)];
}

function inView(model: Model, document: ScenarioDocument, all: number | null): number | null {
  const { city } = document.view;
  if (city === everyCity || document.ownCity) return all;
  const coverage = lastYear(model, scenarioOf(document), { kind: "coverage", city });
  return coverage.ok ? coverage.value : null;
}

function coverageOn(model: Model, document: ScenarioDocument): number | null {
  const coverage = lastYear(model, scenarioOf(document), { kind: "coverage" });
  return coverage.ok ? coverage.value : null;
}
