/** Ids of the evidence with what readers call them. */
export type NamesOfIds = ReadonlyMap<string, string>;

/**
 * A text of the data with the names of documents and cities in place of their ids: "printed in seidle-2019" becomes
 * "printed in Seidle 2019". An id that is a plain word stands for itself within a sentence; alone in its cell it is an
 * id, and so is what is written with hyphens as ids are.
 * @param names of documents and cities by id
 */
export function readerWords(text: string, names: NamesOfIds): string {
  const whole = names.get(text);
  if (whole !== undefined) return whole;
  if (/^[a-z]+(-[a-z]+)+$/.test(text)) return text.replaceAll("-", " ");
  return text.replace(/(?<![\w/.-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w/-])/g, (id) => names.get(id) ?? id);
}
