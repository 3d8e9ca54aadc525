import { expect, it } from "vitest";
import { numberNodes } from "../../../loaders/pdf/node-names.js";

it("numberNodes(pdf) numbers the names of tags from 1, in their order, and changes nothing else", () => {
  const pdf = Buffer.from(
    "/ID (node00000262) \xff /Headers [ (node00000013) (node00000262) ] (node1)",
    "latin1",
  );
  expect(Buffer.from(numberNodes(pdf)).toString("latin1")).toBe(
    "/ID (node00000002) \xff /Headers [ (node00000001) (node00000002) ] (node1)",
  );
});
