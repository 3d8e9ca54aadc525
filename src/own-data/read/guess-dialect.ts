/** How a text is parted into cells. */
export interface Dialect {
  /** "" where there is one column. */
  separator: Separator | "";
  /** "" where cells are not quoted. */
  quote: '"' | "'" | "";
}

/** Separators that are looked for; where two part a text alike, the first. */
export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** A dialect with what speaks for it. */
export interface GuessedDialect extends Dialect {
  ground:
    | { kind: "declared" }
    /** So many lines have the usual number of cells, of those that are not blank. */
    | { kind: "counted"; alike: number; lines: number; cells: number }
    | { kind: "one column" };
}

/** The first line of some files says the separator. */
const declaration = /^sep=(.)\r?\n/i;

/** Characters that stand before the table, where the text says its separator itself. */
export const declaredLength = (text: string): number => declaration.exec(text)?.[0].length ?? 0;

/**
 * How a text is parted, by all of its lines: the separator that gives the most of them the same number of cells, two at
 * least. Separators inside quotes do not count.
 */
export function guessDialect(text: string): GuessedDialect {
  const declared = declaration.exec(text)?.[1];
  const isKnown = (one: string | undefined): one is Separator => separators.some((other) => other === one);
  const quote = guessQuote(text);
  if (isKnown(declared)) return { separator: declared, quote, ground: { kind: "declared" } };
  const found = separators.map((separator) => ({ separator, ...usualCells(text, separator, quote) }));
  const fits = found.filter(({ cells, alike, lines }) => cells > 1 && alike * 2 >= lines);
  fits.sort((a, b) => b.alike - a.alike || b.cells - a.cells);
  const [best] = fits;
  if (!best || (best.separator === "," && isDecimalAlone(text)))
    return { separator: "", quote, ground: { kind: "one column" } };
  const { separator, ...counted } = best;
  return { separator, quote, ground: { kind: "counted", ...counted } };
}

/** Double quotes, unless single ones alone begin and end cells. */
function guessQuote(text: string): Dialect["quote"] {
  const head = text.slice(0, 1 << 20);
  if (/(^|[,;\t|\n])"/.test(head)) return '"';
  const single = head.match(/(^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  return single > 2 ? "'" : '"';
}

/** Lines that are looked at for commas that are decimal marks. */
const mostLooked = 1000;

/** True where every line but the first is one number with a comma: a single column below its name. */
function isDecimalAlone(text: string): boolean {
  const [head = "", ...below] = text.slice(0, 1 << 16).split(/\r\n?|\n/, mostLooked);
  const filled = below.filter((line) => line.trim() !== "");
  return (
    !head.includes(",") && filled.length > 0 && filled.every((line) => /^\s*[-−]?\d+(?:,\d+)?\s*$/.test(line))
  );
}

/** The number of cells that most lines have. */
function usualCells(
  text: string,
  separator: Separator,
  quote: string,
): { cells: number; alike: number; lines: number } {
  if (!text.includes(separator)) return { cells: 1, alike: 0, lines: 0 };
  const counts = cellCounts(text, separator.charCodeAt(0), quote ? quote.charCodeAt(0) : -1);
  let lines = 0;
  let [cells, alike] = [1, 0];
  for (const [count, times] of counts) {
    lines += times;
    if (times > alike || (times === alike && count > cells)) [cells, alike] = [count, times];
  }
  return { cells, alike, lines };
}

const [newline, carriage, space, tab] = ["\n", "\r", " ", "\t"].map((one) => one.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** How many lines have so many cells; blank lines are left out. A quote counts where a cell begins with it. */
function cellCounts(text: string, separator: number, quote: number): Map<number, number> {
  const counts = new Map<number, number>();
  let [cells, isBlank, isStart, isQuoted] = [1, true, true, false];
  const end = () => {
    if (!isBlank) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    [cells, isBlank, isStart] = [1, true, true];
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isQuoted) {
      if (code === quote) isQuoted = false;
    } else if (code === newline || code === carriage) end();
    else if (code === separator) [cells, isStart, isBlank] = [cells + 1, true, false];
    else if (code === quote && isStart) [isQuoted, isStart, isBlank] = [true, false, false];
    // A doubled quote inside quotes closes and opens again.
    else if (code === quote && text.charCodeAt(at - 1) === quote) isQuoted = true;
    else {
      // A quote behind a space begins no cell.
      isStart = false;
      if (code !== space && code !== tab) isBlank = false;
    }
  }
  end();
  return counts;
}
