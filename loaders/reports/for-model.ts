/** What a value or claim of the model begins with, in the place of SQL. */
const modelWord = "model ";

/** True for a question to the scenario model: `model every-city-to-target coverage city=lisbon`. */
export const isForModel = (query: string): boolean => query.startsWith(modelWord);
