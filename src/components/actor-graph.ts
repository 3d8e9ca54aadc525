import { number, text, type Row } from "./figure.js";

/** Somebody who leads a practice or takes part in one. */
export interface Actor {
  key: string;
  name: string;
  /** The sector most of its practices give it; empty where none does. */
  sector: string;
  /** Number among all actors of the evidence, from 1; null where the row gives none. */
  place: number | null;
  /** Ids of the practices led, and of those joined. */
  led: Set<string>;
  joined: Set<string>;
  /** Keys of those worked with. */
  neighbours: Set<string>;
}

/** "Takes part in a practice led by", once for each pair. */
export interface Tie {
  lead: string;
  partner: string;
  practices: number;
}

export interface ActorGraph {
  actors: Actor[];
  ties: Tie[];
}

/** Reads who works with whom from rows of practice and partner (`peopleSql`), in the order of the rows. */
export function actorGraph(rows: readonly Row[]): ActorGraph {
  const actors = new Map<string, Actor>();
  const ties = new Map<string, Tie>();
  const votes = new Map<string, Map<string, Set<string>>>();
  const vote = (key: string, sector: string, practice: string) => {
    if (!sector) return;
    const own = votes.get(key) ?? votes.set(key, new Map()).get(key)!;
    (own.get(sector) ?? own.set(sector, new Set()).get(sector)!).add(practice);
  };
  const meet = (key: string, name: string, sector: string, place: number | null): Actor => {
    const known = actors.get(key);
    if (known) return known;
    const made = {
      key,
      name,
      sector,
      place,
      led: new Set<string>(),
      joined: new Set<string>(),
      neighbours: new Set<string>(),
    };
    actors.set(key, made);
    return made;
  };
  for (const row of rows) {
    const practice = text(row, "practice_id");
    const [leadKey, partnerKey] = [text(row, "lead_key"), text(row, "partner_key")];
    const lead = leadKey
      ? meet(leadKey, text(row, "lead"), text(row, "lead_sector"), number(row, "lead_place"))
      : undefined;
    const partner = partnerKey
      ? meet(partnerKey, text(row, "partner"), text(row, "partner_sector"), number(row, "partner_place"))
      : undefined;
    vote(leadKey, text(row, "lead_sector"), practice);
    vote(partnerKey, text(row, "partner_sector"), practice);
    lead?.led.add(practice);
    partner?.joined.add(practice);
    if (!lead || !partner || lead === partner) continue;
    lead.neighbours.add(partnerKey);
    partner.neighbours.add(leadKey);
    const pair = JSON.stringify([leadKey, partnerKey]);
    const tie = ties.get(pair) ?? { lead: leadKey, partner: partnerKey, practices: 0 };
    tie.practices += 1;
    ties.set(pair, tie);
  }
  for (const actor of actors.values())
    actor.sector =
      [...(votes.get(actor.key) ?? [])].sort(([, a], [, b]) => b.size - a.size)[0]?.[0] ?? actor.sector;
  return { actors: [...actors.values()], ties: [...ties.values()] };
}

/** Practices that an actor leads or joins, each once. */
export function practicesOf({ led, joined }: Actor): number {
  return new Set([...led, ...joined]).size;
}

/** Radius of an actor's circle in CSS pixels: its area grows with the practices. */
export function radiusOf(actor: Actor, narrow: boolean): number {
  return (narrow ? 2.2 : 2.8) * Math.sqrt(practicesOf(actor));
}
