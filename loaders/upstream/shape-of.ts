import * as v from "valibot";
import type { Answer } from "./answer.js";
import { RefreshFault } from "./refresh-fault.js";

/**
 * An answer in the shape that it should have.
 * @throws RefreshFault that names the first place where it has another
 */
export function shapeOf<Shape>(
  schema: v.GenericSchema<unknown, Shape>,
  given: unknown,
  { address }: Answer,
  expected: string,
): Shape {
  const read = v.safeParse(schema, given);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = v.getDotPath(issue) ?? "the whole answer";
  throw new RefreshFault({
    address,
    expected,
    came: `“${place}” is ${issue.received}, where ${issue.expected ?? "another shape"} was expected`,
    mend: "The producer has changed its format: compare the answer with the parser of this producer.",
  });
}
