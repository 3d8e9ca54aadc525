import type { ReadIn } from "./finding.js";
import type { NamedTopic } from "./read-topics.js";

/** What a number counts, and where that was read. */
export interface FoundTopic {
  topic: NamedTopic;
  part: string | null;
  topicIn: ReadIn;
  /** Whether it stands before the number. */
  ahead: boolean;
}

/** What sentences before left open. */
export interface Before {
  /** The last place; none where there were several. */
  places: readonly string[];
  /** What the last sentence counted: its subjects in their order. */
  topics: readonly Pick<FoundTopic, "topic" | "part">[];
  /** Whether the text has said that it speaks of all mapped cities. */
  together: boolean;
}
