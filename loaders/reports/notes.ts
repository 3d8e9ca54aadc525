import type { PluginSimple } from "markdown-it";
import footnotes from "markdown-it-footnote";

/** Footnotes as Pandoc has them, in a section of the page that says what it is. */
export const notes: PluginSimple = (md) => {
  md.use(footnotes);
  md.renderer.rules["footnote_block_open"] = () =>
    '<section class="footnotes" aria-label="Notes">\n<ol class="footnotes-list">\n';
};
