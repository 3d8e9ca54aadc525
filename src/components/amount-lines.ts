import type { Canvas } from "./figure.js";
import { svgElement } from "./svg-element.js";

/** One amount of a picture of many sizes. */
export interface AmountLine {
  /** Heading that lines stand under. */
  group: string;
  label: string;
  value: number;
  /** The amount as told beside its dot, and a shorter form where that has no room. */
  told: string;
  short: string;
  /** False for an amount that is a bound or stands on doubtful ground: its dot is open. */
  sure: boolean;
}

const lineHeight = 36;
const groupHeight = 30;
/** Width of a letter of a label, in CSS pixels. */
const letter = 6.4;

/**
 * Dots on a scale of powers of ten, each under its words. A scale of powers has no zero: what is zero stands at a place
 * of its own to the left, beyond a break.
 */
export function amountLines(lines: AmountLine[], { document, width }: Canvas, axis: string): Element {
  const make = svgElement(document);
  const positive = lines.map(({ value }) => value).filter((value) => value > 0);
  const [low, high] = positive.length
    ? [Math.floor(Math.log10(Math.min(...positive))), Math.ceil(Math.log10(Math.max(...positive)) + 1e-9)]
    : [0, 1];
  const zero = lines.some(({ value }) => value === 0);
  const [left, right] = [zero ? 46 : 8, width - 10];
  const x = (value: number) =>
    value === 0 ? 8 : left + ((Math.log10(value) - low) / Math.max(1, high - low)) * (right - left);
  const groups = [...new Set(lines.map(({ group }) => group))];
  const top = 38;
  const height = top + groups.length * groupHeight + lines.length * lineHeight + 6;
  const svg = make("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-size": 12 });
  const write = (text: string, attributes: Record<string, string | number>) => {
    const made = make("text", { fill: "var(--ink)", ...attributes });
    made.textContent = text;
    svg.append(made);
  };

  write(axis, { x: right, y: 11, "text-anchor": "end", fill: "var(--soft)" });
  const step = Math.max(1, Math.ceil((high - low) / Math.floor((right - left) / 72)));
  for (let power = low; power <= high; power += step) {
    const at = round(x(10 ** power));
    svg.append(make("path", { d: `M${at},${top - 6}V${height}`, stroke: "var(--line)", fill: "none" }));
    const anchor = power === low && !zero ? "start" : at > right - 24 ? "end" : "middle";
    write(powerName(power), {
      x: at,
      y: top - 11,
      "text-anchor": anchor,
      fill: "var(--soft)",
      "font-size": 11,
    });
  }
  if (zero) {
    svg.append(make("path", { d: `M8,${top - 6}V${height}`, stroke: "var(--line)", fill: "none" }));
    svg.append(make("path", { d: `M20,${top - 9}l4,-9m1,9l4,-9`, stroke: "var(--soft)", fill: "none" }));
    write("0", { x: 8, y: top - 11, "text-anchor": "middle", fill: "var(--soft)", "font-size": 11 });
  }
  let y = top;
  for (const group of groups) {
    y += groupHeight;
    write(group, { x: 0, y: y - 8, "font-weight": 600 });
    for (const line of lines.filter((d) => d.group === group)) {
      write(cut(line.label, Math.floor(width / letter)), { x: 0, y: y + 10, fill: "var(--soft)", ...halo });
      const at = round(x(line.value));
      svg.append(
        make("circle", {
          cx: at,
          cy: y + 22,
          r: 5,
          fill: line.sure ? "var(--mark)" : "var(--ground)",
          stroke: "var(--mark)",
          "stroke-width": 1.6,
        }),
      );
      const room = (words: string) => words.length * 6.8 + 12;
      const told =
        [line.told, line.short].find((words) => room(words) <= Math.max(at, width - at)) ?? line.short;
      const before = at + room(told) > width;
      write(told, {
        x: before ? at - 10 : at + 10,
        y: y + 26,
        "text-anchor": before ? "end" : "start",
        ...halo,
      });
      y += lineHeight;
    }
  }
  return svg;
}

const halo = {
  stroke: "var(--ground)",
  "stroke-width": 3,
  "paint-order": "stroke",
  "stroke-linejoin": "round",
};
const round = (value: number) => Math.round(value * 10) / 10;

/** 1,000, 1 million: the name of a power of ten. */
function powerName(power: number): string {
  if (power < 0) return (10 ** power).toFixed(-power);
  const [name, rest] = power >= 9 ? [" bn", power - 9] : power >= 6 ? [" m", power - 6] : ["", power];
  return `${(10 ** rest).toLocaleString("en-GB")}${name}`;
}

/** Words to fit, cut between two of them. */
function cut(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1).replace(/[\s,]+\S*$/, "")}…`;
}
