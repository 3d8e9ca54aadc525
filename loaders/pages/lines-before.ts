/** How many lines of a text end before a place in it. */
export const linesBefore = (text: string, at: number): number => text.slice(0, at).split("\n").length - 1;
