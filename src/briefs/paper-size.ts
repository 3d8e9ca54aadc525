import { printedAdvice } from "./answers.js";
import { printedRows } from "./printed-rows.js";

/** What is not printed: see `brief-paper.css` and `print.css`. */
const notPrinted =
  ".city-tabs, .ways, .brief-nearest, .brief-contents, .menu > :not(.figure-table), .figure-sql, summary, .brief-opening > :not(p), #brief-newer :is(tr, figcaption > :not(:last-child), .words li:has(a)), .figure:not(.table-only) .figure-table, svg";

/** Characters in a line as wide as the sheet, in one of a column, in a cell, and in a cell of notes. */
const inLine = { sheet: 118, column: 58, cell: 15, notes: 26 } as const;

/** What a brief has to print. */
interface Printed {
  /** Lines as wide as the sheet. */
  wide: number;
  /** Lines of a column, and of rows in its tables. */
  narrow: number;
  inTables: number;
  /** Headings, paragraphs, items and rows: each has room around it. */
  blocks: number;
  pictures: number;
}

/** Sizes of a brief's body text on paper, in points: `brief-paper.css` has a rule for each. The notes are three quarters. */
export const paperSizes = [10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5, 14] as const;

/** Sheets that each of these takes at the smallest size, as the briefs of the evidence showed, printed and measured. */
const sheetsFor: Readonly<Printed> = {
  wide: 0.0181,
  narrow: 0.003,
  inTables: 0.006,
  blocks: 0.004,
  pictures: 0.024,
};

/** Two sheets are well filled with so much, and one with so much; below `oneSheet` a brief is not stretched over two. */
const filled = { two: 1.82, one: 0.9, oneSheet: 0.84 } as const;

/**
 * The size of type that a brief is printed in: the largest that fits its sheets, so that a short brief is easier to read
 * and does not leave the second sheet half empty. Type takes room in both directions: twice the size, four times the
 * room. An estimate, for lines are counted and not set; a test holds every brief to two sheets.
 * @returns points, one of `paperSizes`
 */
export function paperSize(brief: HTMLElement): number {
  const printed = printedOf(brief);
  const sheets = Object.entries(sheetsFor).reduce(
    (sum, [name, each]) => sum + each * printed[name as keyof Printed],
    0,
  );
  const room = sheets < filled.oneSheet ? filled.one : filled.two;
  const wanted = paperSizes[0] * Math.sqrt(room / sheets);
  return paperSizes.findLast((size) => size <= wanted) ?? paperSizes[0];
}

/** Counts what a brief has to print. @param brief everything below its name, as it stands in the page */
function printedOf(brief: HTMLElement): Printed {
  const count: Printed = { wide: 0, narrow: 0, inTables: 0, blocks: 0, pictures: 0 };
  for (const part of brief.children) {
    if (part.matches(notPrinted)) continue;
    const wide = part.matches(".brief-opening, .brief-sources, [data-printed]");
    count.pictures += part.querySelectorAll("svg").length;
    for (const block of part.querySelectorAll("h2, p, li, li small, tr")) {
      if (block.closest(notPrinted) || isBeyond(block, part)) continue;
      count.blocks++;
      if (wide) count.wide += lines(block.textContent, inLine.sheet);
      else if (block.localName !== "tr") count.narrow += lines(ownText(block), inLine.column);
      else if (inWords.has(part.id)) count.narrow += lines(saidText(block), inLine.column);
      else if (part.id === "brief-practices")
        count.narrow += lines(practiceText(block, part.matches(".many")), inLine.column);
      else count.inTables += Math.max(...[...block.children].map(cellLines));
    }
  }
  return count;
}

const lines = (text: string, most: number) => Math.ceil(text.length / most);

/** An item's own words: the small ones in it begin a line of their own. */
function ownText(block: Element): string {
  const small = [...block.querySelectorAll("small")].map((words) => words.textContent.length);
  return block.textContent.slice(small.reduce((sum, length) => sum + length, 0));
}

function cellLines(cell: Element): number {
  const notes = cell.getAttribute("data-label") === "Notes";
  return lines(cell.textContent, notes ? inLine.notes : inLine.cell);
}

/** A practice is printed as a paragraph, with the names of its columns; where there are many without what each does. */
function practiceText(row: Element, many: boolean): string {
  const cells = [...row.children].filter(
    (cell) => !many || cell.getAttribute("data-label") !== "What it does",
  );
  return cells.map((cell) => `${cell.getAttribute("data-label") ?? ""}: ${cell.textContent}`).join(" ");
}

/** What the study says in words: printed as a paragraph of its subject, what is said, and the place. */
const inWords = new Set(["brief-profiles", "brief-challenges", "brief-conditions", "brief-advice-to-city"]);

const printedCells: ReadonlySet<string | null> = new Set(["What the study says", "Place in the study"]);

function saidText(row: Element): string {
  const [subject, ...cells] = [...row.children];
  const said = cells.filter((cell) => printedCells.has(cell.getAttribute("data-label")));
  return [subject, ...said].map((cell) => cell?.textContent ?? "").join(": ");
}

/** Whether an item or row is on the page alone. */
function isBeyond(block: Element, part: Element): boolean {
  const item = block.closest("li, tbody > tr");
  if (!item) return false;
  const most = part.matches(".brief-advice") ? printedAdvice : (printedRows[part.id] ?? Infinity);
  return [...item.parentElement!.children].indexOf(item) >= most;
}
