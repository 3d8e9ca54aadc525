import type { Lead, LeadGraph } from "./lead-graph.js";
import { actorDot, lines, noLead, pairLine, type, type LeadPen } from "./lead-marks.js";
import { fewCrossings, stacked } from "./two-columns.js";
import { wrapWords } from "./wrap-words.js";

/** Room for the lines between the columns, between a dot and its name, and between entries. */
const [between, beside, gap] = [150, 10, 6];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Leads at the left, partners at the right, and a line for each pair. Leads without a partner stand under the others.
 * @returns the height, in pixels
 */
export function leadColumns({ leads, partners, pairs }: LeadGraph, pen: LeadPen): number {
  const { svg, width, top } = pen;
  const joined = new Set(pairs.map(({ lead }) => lead));
  const [paired, alone] = [
    leads.filter((lead) => joined.has(lead)),
    leads.filter((lead) => !joined.has(lead)),
  ];
  const column = (width - between) / 2;
  const letters = Math.floor((column - beside - 6) / type.letter);
  const [leftDot, rightDot] = [column, width - column];
  const wrapped = (name: string) => wrapWords(name || noLead, letters);
  const heightOf = (words: readonly string[]) => words.length * type.line + gap;
  let y = top;
  if (paired.length) {
    const order = fewCrossings(
      paired.map(({ key }) => key),
      partners.map(({ key }) => key),
      pairs.map(({ lead, partner }) => ({ left: lead.key, right: partner.key })),
    );
    const byKey = <T extends { key: string }>(keys: string[], all: readonly T[]) =>
      keys.map((key) => all.find((one) => one.key === key)!);
    const left = byKey(order.left, paired).map((lead) => ({ actor: lead, words: wrapped(lead.name) }));
    const right = byKey(order.right, partners).map((partner) => ({
      actor: partner,
      words: wrapped(partner.name),
    }));
    heads(pen, leftDot, rightDot, y);
    y += 26;
    const heights = {
      left: left.map(({ words }) => heightOf(words)),
      right: right.map(({ words }) => heightOf(words)),
    };
    const bottom = y + Math.max(sum(heights.left), sum(heights.right));
    const room = [y, bottom] as const;
    // The longer column fills its room; entries of the other stand in the middle of those they are joined to.
    const rightLonger = sum(heights.right) >= sum(heights.left);
    const [first, second] = rightLonger ? (["right", "left"] as const) : (["left", "right"] as const);
    const keys = { left: order.left, right: order.right };
    const places = { left: new Map<string, number>(), right: new Map<string, number>() };
    const place = (side: "left" | "right", wanted: number[]) =>
      stacked(wanted, heights[side], room).forEach((middle, i) => places[side].set(keys[side][i]!, middle));
    place(
      first,
      keys[first].map(() => y),
    );
    place(
      second,
      keys[second].map((key) => {
        const own = pairs.filter(({ lead, partner }) => (second === "left" ? lead : partner).key === key);
        const middles = own.map(({ lead, partner }) =>
          places[first].get((first === "left" ? lead : partner).key)!,
        );
        return sum(middles) / middles.length;
      }),
    );
    const bend = between / 2;
    for (const pair of pairs) {
      const [from, to] = [places.left.get(pair.lead.key)!, places.right.get(pair.partner.key)!].map(round);
      const curve = `C${leftDot + bend},${from} ${rightDot - bend},${to} ${rightDot},${to}`;
      svg.append(pairLine(pen, pair, `M${leftDot},${from}${curve}`));
    }
    for (const { actor, words } of left) drawLead(pen, actor, words, leftDot, places.left.get(actor.key)!);
    for (const { actor, words } of right) {
      const middle = places.right.get(actor.key)!;
      svg.append(
        actorDot(pen, actor.sector, true, rightDot, round(middle)),
        ...lines(pen, words, rightDot + beside, middle),
      );
    }
    y = bottom;
  }
  if (!alone.length) return Math.ceil(y + 4);
  const head = paired.length ? "lead, no partner named" : "lead a practice, no partner named";
  svg.append(...lines(pen, [head], leftDot + 4, y + 14, { "text-anchor": "end", fill: "var(--soft)" }));
  y += 28;
  for (const lead of alone) {
    const words = wrapped(lead.name);
    drawLead(pen, lead, words, leftDot, y + heightOf(words) / 2);
    y += heightOf(words);
  }
  return Math.ceil(y + 4);
}

const round = (value: number) => Math.round(value * 10) / 10;

function heads(pen: LeadPen, leftDot: number, rightDot: number, y: number): void {
  const bold = { "font-weight": 600 };
  pen.svg.append(
    ...lines(pen, ["lead"], leftDot + 4, y + 8, { ...bold, "text-anchor": "end" }),
    ...lines(pen, ["take part"], rightDot - 4, y + 8, bold),
  );
}

function drawLead(
  pen: LeadPen,
  { name, sector }: Lead,
  words: readonly string[],
  x: number,
  y: number,
): void {
  pen.svg.append(
    actorDot(pen, sector, name !== "", x, round(y)),
    ...lines(pen, words, x - beside, y, {
      "text-anchor": "end",
      ...(name === "" && { "font-style": "italic", fill: "var(--soft)" }),
    }),
  );
}
