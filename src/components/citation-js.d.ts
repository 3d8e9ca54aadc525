/** The parts of Citation.js that are used; it comes without types. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(items: readonly object[]);
    format(name: "bibtex"): string;
    /** Lines of RIS by their tag, one object a reference. */
    format(name: "ris", options: { format: "object" }): Record<string, string | string[]>[];
  }
  export const plugins: { config: { get(name: "@bibtex"): { format: { useIdAsLabel: boolean } } } };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
