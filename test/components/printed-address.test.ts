import { expect, it } from "vitest";
import { printedAddress } from "../../src/components/printed-address.js";

it.each([
  ["https://a.example/cities/lisbon", "a.example/cities/lisbon"],
  ["https://a.example:8443/sub/compare?cities=lisbon#mix", "a.example:8443/sub/compare?cities=lisbon"],
  ["http://127.0.0.1:3000/cities/lisbon", "/cities/lisbon"],
  ["http://localhost:4173/", "/"],
  ["http://arrivals.localhost/guide/", "/guide/"],
  ["http://[::1]:3000/a", "/a"],
  ["https://localhost.example/a", "localhost.example/a"],
  [`https://a.example/${"b".repeat(200)}`, `a.example/${"b".repeat(89)}…`],
])("printedAddress(address) of %s", (address, printed) => {
  expect(printedAddress(new URL(address))).toBe(printed);
});
