import { expect, test } from "vitest";
import type { AskingCity } from "../../src/model/city-contexts.js";
import { equalWeights, type Weights } from "../../src/model/comparators.js";
import { weightStory } from "../../src/practices/weight-story.js";
import { emptyPage, said } from "../support/page/page.js";

const nairobi = { id: "nairobi", name: "Nairobi" } as AskingCity;
const story = (weights: Weights) =>
  said(
    weightStory(
      emptyPage(),
      (path) => path,
      nairobi,
      weights,
      () => {},
    ),
  );

test("the story of the weights says when nothing counts, and never calls that equal", () => {
  const all = (weight: number) =>
    Object.fromEntries(Object.keys(equalWeights).map((name) => [name, weight])) as Weights;
  expect(story(equalWeights)).toContain("Similarity is weighed equally");
  expect(story(all(0))).toContain("All weights are at 0, so that similarity counts nothing.");
  expect(story({ ...all(0), region: 1 })).toContain("Similarity is weighed so");
});
