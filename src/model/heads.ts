/** Of whom there are so many in a city: all who live there, or the migrants among them. */
export const heads = ["residents", "migrants"] as const;
export type Heads = (typeof heads)[number];
