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

/** The colour of a dimension or partnership type: a CSS variable, so that one picture serves light, dark and print. */
export function colourOf(name: string): string {
  return `var(--${name})`;
}
