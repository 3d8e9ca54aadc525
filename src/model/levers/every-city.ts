/** A city's id, or all mapped cities, each by the same amount. */
export type Place = string;
export const everyCity = "all";
/** In a search: every single city, not all of them together. */
export const eachCity = "each";
