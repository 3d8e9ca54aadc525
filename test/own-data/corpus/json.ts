import { file, joined, utf8, utf16, type Makers } from "./bytes.js";

const json = (value: unknown) => () => utf8(JSON.stringify(value));

/** JSON of many shapes. */
export const jsonFiles: Makers = {
  "json records": json([
    { city: "Lisbon", n: 1.5 },
    { city: "Porto", n: null, note: "late" },
  ]),
  "json one list in a record": json({ meta: { of: 2024 }, data: [{ city: "Lisbon" }, { city: "Porto" }] }),
  "json two lists in a record": json({ a: [{ x: 1 }], b: [{ y: 1 }] }),
  "json list deeper in a record": json({
    result: { total: 2, records: [{ city: "Lisbon" }, { city: "Porto" }] },
  }),
  "json of features": json({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { city: "Lisbon", n: 1 },
        geometry: { type: "Point", coordinates: [1, 2] },
      },
    ],
  }),
  "json lists with a head": json([
    ["city", "n"],
    ["Lisbon", 1],
    ["Porto", 2],
  ]),
  "json columns": json({ city: ["Lisbon", "Porto"], n: [1, 2] }),
  "json records by name": json({ lisbon: { n: 1 }, porto: { n: 2 } }),
  "json one record": json({ city: "Lisbon", n: 1 }),
  "json lines": file('{"city":"Lisbon","n":1}', '{"city":"Porto","n":2}'),
  "json one line": file('{"city":"Lisbon","n":1}'),
  "json lines with a broken one": file('{"city":"Lisbon"}', '{"city":"Porto"}', '{"city":'),
  "json nested": json([{ city: "Lisbon", parts: { a: 1 }, tags: ["x", "y"] }]),
  "json long numbers": () => utf8('[{"id": 12345678901234567890, "v": 1.10, "e": 1e400}]'),
  "json truths": json([
    { a: true, b: false },
    { a: false, b: true },
  ]),
  "json numbers alone": json([1, 2, 3]),
  "json mixed list": json([{ a: 1 }, 2]),
  "json empty list": json([]),
  "json empty record": json({}),
  "json text": json("Lisbon"),
  "json cut off": () => utf8('[{"city":"Lisbon"},{"city":"Por'),
  "json name twice": () => utf8('[{"a": 1, "a": 2}]'),
  "json with mark": () => utf8('\ufeff[{"a": "é"}]'),
  "json in utf-16": () => utf16('\ufeff[{"a": "é"}]', "le"),
  "json in latin-1": () => joined(utf8('[{"a": "caf'), new Uint8Array([0xe9]), utf8('"}]')),
  "json names of objects": () => utf8('[{"__proto__": 1, "constructor": 2, "a": 3}]'),
  "json deep": () => utf8(`${"[".repeat(50_000)}${"]".repeat(50_000)}`),
  "csv that begins like a list": file("[code],name", "[1],a", "[2],b"),
};
