// Every name of a thing of the evidence that readers see, beside the ids that the tables have.

/** The five dimensions of integration policy, in the order of the study. */
export const dimensions = ["social", "cultural", "legal", "political", "economic"] as const;
export type Dimension = (typeof dimensions)[number];

/** The four types of partnership, in the order of the study. */
export const partnershipTypes = ["public-private", "third-private", "third-public", "other"] as const;
export type PartnershipType = (typeof partnershipTypes)[number];

/** Names of the types of partnership as shown: an en dash between the partners. */
export const partnershipNames: Record<PartnershipType, string> = {
  "public-private": "public–private",
  "third-private": "third–private",
  "third-public": "third–public",
  other: "other",
};

/** Sectors of those who lead or take part. */
export const sectors = ["public", "private", "third", "international"] as const;
export type Sector = (typeof sectors)[number];

/** Names of the sectors as shown. */
export const sectorNames: Record<Sector, string> = {
  public: "public",
  private: "private",
  third: "third sector",
  international: "international",
};

/** Names of the sectors in a sentence: "government leads". */
const sectorWords: Record<Sector, string> = {
  public: "government",
  private: "business",
  third: "the third sector",
  international: "international organisations",
};

const isSector = (value: string): value is Sector => (sectors as readonly string[]).includes(value);

/** A sector in a sentence; what is no sector is said to be unknown. */
export function sectorWord(value: string): string {
  return isSector(value) ? sectorWords[value] : "a lead of unknown sector";
}

/** Who leads where no document names the organisation: "led by the public sector". */
export const leadNames: Record<Sector, string> = {
  public: "the public sector",
  private: "a private body",
  third: "the third sector",
  international: "an international body",
};

/** Names of the kinds of stakeholders who were interviewed for the study. */
export const stakeholderNames: Record<string, string> = {
  "policy-makers": "policy-makers",
  practitioners: "practitioners",
  businesses: "businesses",
  "civil-society": "civil society",
  "international-organisations": "international organisations",
};

/** What a practice is in its document. */
export const practiceKinds = ["good", "promising", "example", "resource", "partner-action"] as const;
export type PracticeKind = (typeof practiceKinds)[number];

/** Names of the kinds of practices as shown. */
export const kindNames: Record<PracticeKind, string> = {
  good: "good practice",
  promising: "promising practice",
  example: "example",
  resource: "resource",
  "partner-action": "partner action",
};

/** The six criteria of a good practice (thp-2014, Table 6), in its order. */
export const criteria = [
  "practicality",
  "innovation",
  "successfulness",
  "transferability",
  "sustainability",
  "strategic-fit",
] as const;
export type Criterion = (typeof criteria)[number];

/** Names of the criteria as shown. */
export const criterionNames: Record<Criterion, string> = {
  practicality: "practicality",
  innovation: "innovation",
  successfulness: "success",
  transferability: "transferability",
  sustainability: "sustainability",
  "strategic-fit": "strategic fit",
};

/** What a document says of a criterion. */
export const statedWords = ["met", "partly", "not-met"] as const;
export type Stated = (typeof statedWords)[number];

/** Names of what is said of a criterion, and of saying nothing. */
export const statedNames: Record<Stated | "not-stated", string> = {
  met: "met",
  partly: "partly met",
  "not-met": "not met",
  "not-stated": "not stated",
};

/** Whom a recommendation speaks to. */
export const audienceNames: Readonly<Record<string, string>> = {
  cities: "cities",
  community: "community groups",
  businesses: "businesses",
  governments: "higher governments",
  networks: "networks",
  all: "all who take part",
};

/** The colour of a dimension or partnership type: a CSS variable, so that one picture serves light, dark and print. */
export function colourOf(name: string): string {
  return `var(--${name})`;
}
