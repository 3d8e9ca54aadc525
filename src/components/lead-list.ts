import type { LeadGraph } from "./lead-graph.js";
import { actorDot, lines, noLead, pairLine, type, type LeadPen } from "./lead-marks.js";
import { wrapWords } from "./wrap-words.js";

/** Places of the dots and names of leads and of their partners, from the left. */
const at = { lead: 6, leadName: 18, partner: 26, partnerName: 38 };
const [gap, between] = [5, 10];

/**
 * Each lead with its partners under it, joined to it by lines, and leads without a partner at the end.
 * @returns the height, in pixels
 */
export function leadList({ leads, pairs }: LeadGraph, pen: LeadPen): number {
  const { svg, width } = pen;
  const fitted = (name: string, from: number, letter: number) =>
    wrapWords(name, Math.floor((width - from) / letter));
  let y = pen.top;
  let told = false;
  for (const lead of leads) {
    const own = pairs.filter((pair) => pair.lead === lead);
    if (!own.length && !told) {
      told = true;
      const head = pairs.length ? "lead, no partner named" : "lead a practice, no partner named";
      svg.append(...lines(pen, [head], 0, y + 8, { fill: "var(--soft)" }));
      y += 24;
    }
    // Bold letters are wider.
    const words = fitted(lead.name || noLead, at.leadName, type.letter * 1.1);
    const middle = y + (words.length * type.line) / 2;
    const look: Record<string, string | number> = lead.name
      ? { "font-weight": own.length ? 600 : 400 }
      : { "font-style": "italic", fill: "var(--soft)" };
    const marks = [
      actorDot(pen, lead.sector, lead.name !== "", at.lead, middle),
      ...lines(pen, words, at.leadName, middle, look),
    ];
    y += words.length * type.line + gap;
    for (const pair of own) {
      const names = fitted(pair.partner.name, at.partnerName, type.letter);
      const line = y + (names.length * type.line) / 2;
      svg.append(pairLine(pen, pair, `M${at.lead},${middle}V${line}H${at.partner}`));
      marks.push(
        actorDot(pen, pair.partner.sector, true, at.partner, line),
        ...lines(pen, names, at.partnerName, line),
      );
      y += names.length * type.line + gap;
    }
    svg.append(...marks);
    if (own.length) y += between;
  }
  return Math.ceil(y + 4);
}
