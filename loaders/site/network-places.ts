import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { actorGraph, radiusOf } from "../../src/components/actor-graph.js";
import { middleOf, networkSizes } from "../../src/components/network-picture.js";
import type { Row } from "../../src/components/figure.js";

/** Steps until the picture has come to rest. */
const ticks = 120;

/**
 * Positions of all actors, x and y one after the other in the order of their numbers, for a column and for a phone.
 * They are worked out once, when the site is built: no browser spends time on them, and d3-force's own generator gives
 * the same ones every time.
 * @param rows of the figure `actor-network`, all of them
 */
export function networkPlaces(rows: Row[]): Record<keyof typeof networkSizes, number[]> {
  return { wide: layOut(rows, "wide"), narrow: layOut(rows, "narrow") };
}

function layOut(rows: Row[], form: keyof typeof networkSizes): number[] {
  const { width, height } = networkSizes[form];
  const narrow = form === "narrow";
  const { actors, ties } = actorGraph(rows);
  const nodes = actors.map((actor) => ({
    key: actor.key,
    place: actor.place,
    sector: actor.sector,
    ...middleOf(actor.sector, form),
    r: radiusOf(actor, narrow),
  }));
  // Where all start from one point, the first steps throw them far apart.
  nodes.forEach((node, i) => {
    node.x += Math.cos(i * 2.399963) * Math.sqrt(i) * 4;
    node.y += Math.sin(i * 2.399963) * Math.sqrt(i) * 4;
  });
  const links = ties.map(({ lead, partner }) => ({ source: lead, target: partner }));
  const simulation = forceSimulation(nodes)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force(
      "x",
      forceX<(typeof nodes)[number]>((d) => middleOf(d.sector, form).x).strength(narrow ? 0.12 : 0.07),
    )
    .force(
      "y",
      forceY<(typeof nodes)[number]>((d) => middleOf(d.sector, form).y).strength(narrow ? 0.12 : 0.1),
    )
    .force(
      "charge",
      forceManyBody()
        .strength(narrow ? -5 : -22)
        .distanceMax(120),
    )
    .force(
      "link",
      forceLink<(typeof nodes)[number], (typeof links)[number]>(links)
        .id((d) => d.key)
        .distance(narrow ? 16 : 30)
        .strength(0.04),
    )
    .force("collide", forceCollide<(typeof nodes)[number]>((d) => d.r + (narrow ? 1 : 2.6)).strength(0.9))
    .stop();
  for (let i = 0; i < ticks; i++) {
    simulation.tick();
    for (const node of nodes) {
      node.x = Math.min(width - node.r - 2, Math.max(node.r + 2, node.x));
      node.y = Math.min(height - node.r - 2, Math.max(node.r + 20, node.y));
    }
  }
  // What lies at rest is drawn out to the edges, so that no room is lost.
  const fill = (axis: "x" | "y", from: number, to: number) => {
    const all = nodes.map((node) => node[axis]);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    for (const node of nodes) node[axis] = from + ((node[axis] - low) / (high - low || 1)) * (to - from);
  };
  fill("x", 10, width - 10);
  fill("y", 30, height - 12);
  const places: number[] = [];
  for (const { place, x, y } of nodes) {
    if (place === null) continue;
    places[(place - 1) * 2] = Math.round(x);
    places[(place - 1) * 2 + 1] = Math.round(y);
  }
  return places;
}
