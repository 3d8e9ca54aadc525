import type { Canvas } from "./figure.js";
import { glyphLegend, type Glyph } from "./glyph-legend.js";
import { leadColumns } from "./lead-columns.js";
import type { LeadGraph, Pair } from "./lead-graph.js";
import { leadList } from "./lead-list.js";
import { broken, noLead, thickness, type } from "./lead-marks.js";
import { svgElement } from "./svg-element.js";

/**
 * Leads and their partners: where there is room in two columns, each actor once and a line for each pair; on a phone as
 * a list, each lead with its partners under it.
 */
export function leadPicture(graph: LeadGraph, { document, width, live = false }: Canvas): Element {
  const make = svgElement(document);
  const svg = make("svg", { width, "font-size": type.size, fill: "var(--ink)" });
  const glyphs = glyphsOf(graph.pairs);
  const legend = glyphs.length ? glyphLegend(document, glyphs, width) : null;
  if (legend) svg.append(legend.element);
  const pen = { make, svg, width, top: legend ? legend.height + 8 : 0, live };
  const height = width < 500 ? leadList(graph, pen) : leadColumns(graph, pen);
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return svg;
}

/** What thick and broken lines mean, where the picture has them. */
function glyphsOf(pairs: readonly Pair[]): Glyph[] {
  const glyphs: Glyph[] = [];
  const colour = "var(--soft)";
  if (pairs.some(({ practices }) => practices.size > 1))
    glyphs.push(
      { form: "level", colour, width: thickness(1), means: "one practice together" },
      { form: "level", colour, width: thickness(3), means: "several: the more, the thicker" },
    );
  if (pairs.some(({ lead }) => !lead.name))
    glyphs.push({ form: "level", colour, width: thickness(1), dash: broken, means: noLead });
  return glyphs;
}
