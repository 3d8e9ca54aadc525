/** "1st", "2nd", "11th". */
export function ordinal(place: number): string {
  const ending = [11, 12, 13].includes(place % 100) ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}
