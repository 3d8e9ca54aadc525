import { formatList, formatShort } from "../components/format.js";
import type { Difference, Standing } from "../model/coverage.js";

/**
 * One sentence of how a city differs from the mapped cities.
 * @param own for a city of the reader's own, which is none of the mapped cities: dimensions whose count is not known
 */
export function sentence(
  { city, none, above, below, leads }: Difference,
  own?: { unknown: readonly string[] },
): string {
  const parts = own ? ownLead(leads) : lead(leads);
  const against = (d: Standing) =>
    `${d.dimension} initiatives (${d.initiatives} against ${formatShort(d.median)})`;
  const [up] = above.filter((d) => !leads.includes(d));
  if (up) parts.push(`is furthest above the median in ${against(up)}`);
  const [down] = below;
  if (down) parts.push(`is furthest below the median in ${against(down)}`);
  if (none.length) parts.push(`has no ${formatList(none)} initiative`);
  const unknown = own?.unknown ?? [];
  const told = parts.length
    ? `${city} ${formatList(parts)}.`
    : `${city} has the median in every dimension${unknown.length ? " that is known" : ""}.`;
  return unknown.length ? `${told} Not known: ${formatList([...unknown])}.` : told;
}

function lead(leads: readonly Standing[]): string[] {
  const counts = leads.map((d) => `${d.dimension} (${d.initiatives})`);
  return counts.length ? [`has the most ${formatList(counts)} initiatives of the mapped cities`] : [];
}

function ownLead(leads: readonly Standing[]): string[] {
  const beyond = leads.filter((d) => d.initiatives > d.most);
  const level = leads.filter((d) => d.initiatives === d.most);
  const more = beyond.map((d) => `${d.dimension} (${d.initiatives} against ${d.most})`);
  const asMany = level.map((d) => `${d.dimension} (${d.initiatives})`);
  return [
    ...(more.length ? [`has more ${formatList(more)} initiatives than any mapped city`] : []),
    ...(asMany.length
      ? [`has as many ${formatList(asMany)} initiatives as the mapped city with the most`]
      : []),
  ];
}
