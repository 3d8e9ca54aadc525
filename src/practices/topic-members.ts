import type { Practice } from "../model/practices.js";
import type { Topic } from "../model/vocabulary.js";

/** How much a practice is about each of its topics, the first named first; what is named later counts as the last. */
const byPlace: readonly number[] = [1, 0.8, 0.65, 0.55, 0.5];

/** What a topic counts that is reached from the one asked for. */
const reached = 0.5;

const withReached = (own: number, more: number) => Math.max(own, Math.min(byPlace[0]!, own + more));

/**
 * Who is about topics, and how much.
 * @returns a search for the practices about any of some topics, by id: those about several count as the sum; those about
 *   a topic that is reached from one of them count half as much for it, and with it no more than one asked for
 */
export function topicMembers(
  practices: readonly Pick<Practice, "id" | "topics">[],
  topics: readonly Topic[],
): (asked: ReadonlySet<string>) => Map<string, number> {
  const byTopic = new Map<string, Map<string, number>>();
  for (const { id, topics: own } of practices)
    own.forEach((topic, place) => {
      const members = byTopic.get(topic) ?? new Map<string, number>();
      byTopic.set(topic, members.set(id, byPlace[Math.min(place, byPlace.length - 1)]!));
    });
  const reaches = new Map(topics.map((topic) => [topic.id, topic.reaches]));
  return (asked) => {
    const weights = new Map<string, number>();
    for (const topic of asked)
      for (const [id, weight] of byTopic.get(topic) ?? []) weights.set(id, (weights.get(id) ?? 0) + weight);
    for (const topic of asked)
      for (const other of reaches.get(topic) ?? [])
        if (!asked.has(other))
          for (const [id, weight] of byTopic.get(other) ?? [])
            weights.set(id, withReached(weights.get(id) ?? 0, reached * weight));
    return weights;
  };
}
