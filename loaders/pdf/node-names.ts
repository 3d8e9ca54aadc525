/**
 * Numbers the names that the browser gives to tags ("node00000262"), which differ from run to run, from 1 in their order:
 * the same page has the same bytes. Names keep their length, so every object stays at its place.
 * @param pdf whose objects stand in plain sight
 */
export function numberNodes(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const name = /\(node(\d{8})\)/g;
  const inOrder = [...new Set([...text.matchAll(name)].map(([, number]) => number!))].sort();
  const numbers = new Map(inOrder.map((number, i) => [number, String(i + 1).padStart(8, "0")]));
  return Buffer.from(
    text.replace(name, (_all, number: string) => `(node${numbers.get(number)!})`),
    "latin1",
  );
}
