/** The workbench with practices adopted in a city. */
export function adoptLink(practices: readonly string[], city: string): string {
  return `/scenarios?adopt=${practices.join(",")}&city=${city}`;
}
