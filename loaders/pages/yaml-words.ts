/** What readers of YAML say, and what it means to somebody who writes fields. */
const meanings: readonly [said: RegExp, means: string][] = [
  [
    /not closed|missing closing|unexpected end of the stream|must end|flow (map|sequence|collection)/i,
    "a quotation mark or a bracket is not closed",
  ],
  [/duplicat|must be unique/i, "a field stands twice"],
  [/same column|indentation|indented/i, "lines that belong together begin at different columns"],
  [
    /nested mappings|implicit (map )?keys?|mapping pair|mapping values|multiline key|explicit/i,
    'a value holds ": " without quotation marks around it, or a line begins at the wrong column',
  ],
  [/tab/i, "a line begins with a tabulator in the place of spaces"],
];

/** The words of a reader of YAML in plain English; its own where they are not known. */
export function yamlWords(said: string): string {
  return meanings.find(([pattern]) => pattern.test(said))?.[1] ?? said;
}
