/** Why a clause says nothing that a number of the evidence could bear out or not. */
export type Hedge = "negated" | "supposed" | "changed" | "part-of-it";

const negations =
  /\b(?:not|never|neither|nor|cannot|denie[sd]|deny|false|falsely|wrong|wrongly|incorrect(?:ly)?|myth|untrue|hardly|no longer)\b|n't\b/;
/** These deny nothing: they bound a number, add to it, or are what is counted. */
const noNegations =
  /\b(?:no|not) (?:fewer|less|more|higher) than\b|\bnot (?:only|just|one|a single|quite)\b|\b(?:did|do|does|had|has|have) not (?:repl|answer|respond)\w*|\bnever (?:replied|answered)\b/g;
const suppositions =
  /\b(?:would|could|should|might|will|shall|if|unless|suppose[sd]?|imagine[sd]?|hopes?|hoped|aims?|aimed|plans? to|planned|target(?:s|ed)?|goals?|expects?|expected|forecasts?|projected|proposed?|proposes|scenario|assum(?:e|es|ed|ing)|were to|as though)\b/;
const changes =
  /\b(?:rose|risen|rises?|rising|grew|grows?|grown|growing|growth|increas(?:e|es|ed|ing)|fell|falls?|fallen|falling|declin(?:e|es|ing)|dropped|drops|decreas(?:e|es|ed|ing)|doubled|tripled|halved|up from|down from|gained|lost|loses|starts?|started|launch(?:es|ed)|adds|added|opens|closes|percentage points?)\b/;

/**
 * What keeps a clause from being checked; null for one that states how many there are.
 * @param plain the clause as `plainText` gives it
 * @param written the same as the text has it: the month of May is no supposition
 */
export function hedgeOf(plain: string, written: string): Exclude<Hedge, "part-of-it"> | null {
  if (suppositions.test(plain) || /\bmay\b/.test(written)) return "supposed";
  if (negations.test(plain.replace(noNegations, " "))) return "negated";
  if (changes.test(plain)) return "changed";
  return null;
}

/** Whether a sentence as a whole only supposes: one with "if" does, whatever stands in its clauses. */
export const isSupposition = (plain: string): boolean =>
  /\b(?:if|unless|suppose|imagine|were to)\b/.test(plain);

/** Words between a number and what it counts that leave all of it counted. */
const wholes = new Set(
  "the of its their all these those such different mapped counted documented known separate distinct integration local existing identified recorded policy reported total and or in for to are were is was do does did dimension dimensions field fields category categories type types kind number overall city cities s ones has have had a an active public private third sector social cultural legal political economic other good promising makers practitioners businesses civil society international organisations organizations stakeholders people persons residents inhabitants population who that live lives living there count counts them contacted approached most fewest".split(
    " ",
  ),
);
/** What follows a thing counted and leaves out some of it. */
const narrowing =
  /^ (?:(?:(?:for|with|on|against|about|run by|led by|funded by|paid for by|involving|targeting|aimed at|launched|started|focus(?:ed|ing)|that|who|which|to help|to support|at|by)\b)(?! (?:integrat|the integrat|migrants?\b|newcomers\b|were\b|are\b|the (?:mapping|study)|cit)))/;

/**
 * Words between a number and what it counts that are none of the usual ones: "new" in "36 new initiatives".
 * @param between plain text, places taken out
 */
export const strangeWords = (between: string): string[] =>
  between.split(/[^a-z]+/).filter((word) => word !== "" && !wholes.has(word));

/** Whether what follows a thing counted leaves out some of it: " for young people". @param behind plain text behind the topic */
export const isNarrowed = (behind: string): boolean => narrowing.test(behind);
