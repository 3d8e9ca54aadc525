import { sectors, type Sector } from "./practices.js";

/** Names of the sectors as shown. */
export const sectorNames: Record<Sector, string> = {
  public: "public",
  private: "private",
  third: "third",
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
