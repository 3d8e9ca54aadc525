declare module "@citation-js/plugin-csl";
declare module "markdown-it-footnote" {
  const footnotes: import("markdown-it").PluginSimple;
  export default footnotes;
}
