import { formatNumber } from "../components/format.js";

/** Most that is read of one cell: values of a list or a map, nested ones among them, and bytes of text. */
const cellSize = { values: 1000, bytes: 32_000 } as const;
/** Most that is read of all cells; what comes after has room for little. */
const allCells = { values: 2e6, bytes: 2e7 };
const least = { values: 10, bytes: 200 };

/**
 * How much of a result is made into text, so that no cell, however long its list or its text, stops the page. What is
 * left out is counted in the cell.
 */
export class CellRoom {
  /** True once anything was left out. */
  cut = false;
  private total = { ...allCells };
  private left = { ...cellSize } as { values: number; bytes: number };

  /** The next cell begins. */
  next(): void {
    for (const kind of ["values", "bytes"] as const)
      this.left[kind] = Math.min(cellSize[kind], Math.max(least[kind], this.total[kind]));
  }

  /** Reads values of a list while there is room; then comes how many more there are. */
  list<Item>(from: number, to: number, read: (n: number) => Item): (Item | string)[] {
    const items: (Item | string)[] = [];
    let n = from;
    for (; n < to && this.left.values > 0; n++) {
      this.spend("values", 1);
      items.push(read(n));
    }
    if (n < to) items.push(this.more(to - n, "value"));
    return items;
  }

  /** The text of bytes, as far as there is room; then comes how many characters more there are. */
  text(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string {
    const end = this.endOf(bytes);
    if (end === bytes.length) return decode(bytes);
    let whole = end;
    while (whole > 0 && continues(bytes[whole]!)) whole--;
    let more = 0;
    for (let n = whole; n < bytes.length; n++) if (!continues(bytes[n]!)) more++;
    return `${decode(bytes.subarray(0, whole))}${this.more(more, "character", " ")}`;
  }

  /** Bytes that stand for themselves, as far as there is room; then comes how many more there are. */
  bytes(bytes: Uint8Array, told: (bytes: Uint8Array) => string): string {
    const end = this.endOf(bytes);
    if (end === bytes.length) return told(bytes);
    return `${told(bytes.subarray(0, end))}${this.more(bytes.length - end, "byte", " ")}`;
  }

  private endOf(bytes: Uint8Array): number {
    const end = Math.min(bytes.length, this.left.bytes);
    this.spend("bytes", end);
    return end;
  }

  private spend(kind: "values" | "bytes", count: number): void {
    this.left[kind] -= count;
    this.total[kind] -= count;
  }

  private more(count: number, noun: string, before = ""): string {
    this.cut = true;
    return `${before}… (${formatNumber(count)} more ${count === 1 ? noun : `${noun}s`})`;
  }
}

/** True for a byte of UTF-8 that goes on with the character before it. */
const continues = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** What was left out of cells. */
export const cutWords = `Long cells are cut: at most ${formatNumber(cellSize.values)} values of a list and ${formatNumber(cellSize.bytes)} bytes of a text are read of each. To see the rest, ask for a part of it: list[1001:2000], substring(text, 32001, 32000), or unnest(list) for a row each.`;
