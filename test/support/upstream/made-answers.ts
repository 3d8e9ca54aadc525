import fc from "fast-check";
import type { Answer } from "../../../loaders/upstream/answer.js";

/** An answer that a parser is given: text and bytes as they are, anything else as JSON. */
export const answer = (body: unknown): Answer => ({
  address: "https://example.org/",
  bytes:
    body instanceof Uint8Array
      ? body
      : new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
  headers: {},
});

/** Rows, and the same rows in another order. */
export const twoOrders = <Row>(rows: fc.Arbitrary<Row[]>): fc.Arbitrary<[Row[], Row[]]> =>
  rows.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
