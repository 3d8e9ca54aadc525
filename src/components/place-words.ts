/** Countries whose names take an article inside a sentence and that no ending or beginning tells. */
const taking = new Set([
  "Bahamas",
  "Comoros",
  "Congo",
  "Gambia",
  "Holy See",
  "Isle of Man",
  "Maldives",
  "Netherlands",
  "Philippines",
  "Russian Federation",
]);

/** United States, Cook Islands, Rep. of Korea, Syrian Arab Rep., British Indian Ocean Territory. */
const toldByForm = /^United |\b(?:Islands|Rep\.|Republic|Territor(?:y|ies))(?: of |$)/;

/**
 * A place as it stands inside a sentence: "the Netherlands", "the world", "Kenya". Lists, tables and labels have the bare
 * name. What is told in brackets behind a name ("Iran (Islamic Rep. of)") takes no article.
 */
export function placeInSentence(name: string): string {
  if (name === "The world") return "the world";
  const bare = name.replace(/ \(.*$/, "");
  return taking.has(bare) || toldByForm.test(bare) ? `the ${name}` : name;
}

/** What belongs to a place, inside a sentence: "Kenya's", "the United States'". */
export function ofPlace(name: string): string {
  const words = placeInSentence(name);
  return words !== name && words.endsWith("s") ? `${words}'` : `${words}'s`;
}
