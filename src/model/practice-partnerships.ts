import type { PartnershipType, Sector } from "./names.js";
import type { Practice } from "./practices.js";

/** Kinds of partnership that join two sectors; "other" joins none. */
export type JoiningType = Exclude<PartnershipType, "other">;

const sectorsOf: Readonly<Record<JoiningType, readonly [Sector, Sector]>> = {
  "public-private": ["public", "private"],
  "third-private": ["third", "private"],
  "third-public": ["third", "public"],
};
const joiningTypes = Object.keys(sectorsOf) as JoiningType[];

/** One of the two that a practice joins. */
export interface Joined {
  /** As printed; null for a lead that no document names. */
  name: string | null;
  sector: Sector;
}

/** A kind of partnership that a practice is, with the two who make it one: the lead first. */
export interface PracticePartnership {
  type: JoiningType;
  joins: readonly [Joined, Joined];
}

/** What is read of a practice here. */
export type Joining = Pick<Practice, "leadActor" | "leadSector" | "partners">;

/**
 * The kinds of partnership that a practice is: its lead belongs to one of the two sectors and one of its partners to
 * the other. That two partners of some other lead belong to them is not enough, for they need not work with each other;
 * only where no document tells the sector of the lead, two partners make one. International bodies make none, for the
 * mapping counts none with them. Each kind once, with the first partner that fits, in the order of `joiningTypes`.
 */
export function partnershipsOf({ leadActor, leadSector, partners }: Joining): PracticePartnership[] {
  const lead = leadSector && { name: leadActor, sector: leadSector };
  return joiningTypes.flatMap((type): PracticePartnership[] => {
    const two = sectorsOf[type];
    const partnerOf = (sector: Sector) => partners.find((partner) => partner.sector === sector);
    if (lead) {
      if (!two.includes(lead.sector)) return [];
      const other = partnerOf(two[lead.sector === two[0] ? 1 : 0]);
      return other ? [{ type, joins: [lead, other] }] : [];
    }
    const [one, other] = [partnerOf(two[0]), partnerOf(two[1])];
    return one && other ? [{ type, joins: [one, other] }] : [];
  });
}
