import { actorGraph } from "./actor-graph.js";
import { text, type Row } from "./figure.js";

/** Somebody who leads practices, or the place of one whose document names no lead. */
export interface Lead {
  key: string;
  /** Empty where no lead is named. */
  name: string;
  /** Empty where it is not stated. */
  sector: string;
  /** Names of the practices it leads. */
  practices: Set<string>;
}

/** Somebody who takes part in practices that others lead. */
export interface Partner {
  key: string;
  name: string;
  sector: string;
}

/** A lead and a partner, once for each pair. */
export interface Pair {
  lead: Lead;
  partner: Partner;
  /** Names of the practices they share. */
  practices: Set<string>;
}

export interface LeadGraph {
  leads: Lead[];
  partners: Partner[];
  pairs: Pair[];
}

/**
 * Reads who leads and who takes part from rows of practice and partner (`peopleSql`). Leads with most partners come
 * first; practices without a named lead, each by itself, and leads without a partner come last.
 */
export function leadGraph(rows: readonly Row[]): LeadGraph {
  const sectorOf = new Map(actorGraph(rows).actors.map(({ key, sector }) => [key, sector]));
  const leads = new Map<string, Lead>();
  const partners = new Map<string, Partner>();
  const pairs = new Map<string, Pair>();
  for (const row of rows) {
    const practice = text(row, "practice");
    const [leadKey, partnerKey] = [text(row, "lead_key"), text(row, "partner_key")];
    const key = leadKey || `practice ${text(row, "practice_id")}`;
    const lead = leads.get(key) ?? {
      key,
      name: text(row, "lead"),
      sector: leadKey ? (sectorOf.get(leadKey) ?? "") : text(row, "lead_sector"),
      practices: new Set<string>(),
    };
    leads.set(key, lead);
    lead.practices.add(practice);
    if (!partnerKey || partnerKey === leadKey) continue;
    const partner = partners.get(partnerKey) ?? {
      key: partnerKey,
      name: text(row, "partner"),
      sector: sectorOf.get(partnerKey) ?? "",
    };
    partners.set(partnerKey, partner);
    const both = JSON.stringify([key, partnerKey]);
    const pair = pairs.get(both) ?? { lead, partner, practices: new Set<string>() };
    pairs.set(both, pair);
    pair.practices.add(practice);
  }
  const all = [...pairs.values()];
  const counts = new Map([...leads.values()].map((lead) => [lead, partnersOf(lead, all).length]));
  const rank = (lead: Lead) => (counts.get(lead) ? (lead.name ? 0 : 1) : 2);
  return {
    leads: [...leads.values()].sort(
      (a, b) => rank(a) - rank(b) || counts.get(b)! - counts.get(a)! || a.name.localeCompare(b.name, "en"),
    ),
    partners: [...partners.values()],
    pairs: all,
  };
}

/** The partners of a lead. */
export const partnersOf = (lead: Lead, pairs: readonly Pair[]): Partner[] =>
  pairs.filter((pair) => pair.lead === lead).map(({ partner }) => partner);
