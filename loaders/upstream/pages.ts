import { createHash } from "node:crypto";
import { RefreshFault } from "./refresh-fault.js";

/** One page of an answer in several. */
export interface Page<Item> {
  address: string;
  items: Item[];
  /** Rows of the answer, those that are not wanted with them. */
  rows: number;
  /** Stands for what the answer's rows say: see `printOf`. */
  print: string;
  /** Its number as the producer gives it, from 1. */
  page: number;
  /** How many there are; 0 where there is nothing. */
  pages: number;
  /** Items of all pages; null where the producer does not say. */
  total: number | null;
}

/** The same for rows that say the same. */
export const printOf = (rows: unknown): string =>
  createHash("sha256").update(JSON.stringify(rows)).digest("hex");

/**
 * The items of every page, in the order of the pages. Pages after the first are asked for side by side.
 * @param ask for a page by its number, from 1
 * @throws RefreshFault where a page is another than the one asked for, comes twice or is empty, and where the number of
 * pages or items changes between them or does not fit what came
 */
export async function allPages<Item>(ask: (page: number) => Promise<Page<Item>>): Promise<Item[]> {
  const first = await ask(1);
  if (first.pages === 0) return [];
  const others = await Promise.all(Array.from({ length: first.pages - 1 }, (_, i) => ask(i + 2)));
  const pages = [first, ...others];
  const seen = new Map<string, number>();
  pages.forEach((page, i) => {
    refuseOther(page, i + 1, first);
    const earlier = seen.get(page.print);
    if (earlier !== undefined)
      throw pageFault(page, `page ${i + 1} of ${first.pages}`, `the rows of page ${earlier} came again`);
    seen.set(page.print, i + 1);
  });
  const items = pages.flatMap((page) => page.items);
  const rows = pages.reduce((sum, page) => sum + page.rows, 0);
  if (first.total !== null && rows !== first.total)
    throw pageFault(first, `${first.total} rows on ${first.pages} pages`, `${rows} rows came`);
  return items;
}

function refuseOther<Item>(page: Page<Item>, wanted: number, first: Page<Item>): void {
  const expected = `page ${wanted} of ${first.pages}`;
  if (page.page !== wanted) throw pageFault(page, expected, `page ${page.page} came`);
  if (page.pages !== first.pages)
    throw pageFault(page, expected, `the number of pages changed to ${page.pages} in between`);
  if (page.total !== first.total)
    throw pageFault(
      page,
      expected,
      `the number of rows changed from ${first.total} to ${page.total} in between`,
    );
  if (page.rows === 0) throw pageFault(page, expected, "a page without rows came");
}

const pageFault = ({ address }: { address: string }, expected: string, came: string) =>
  new RefreshFault(
    { address, expected, came, mend: "Run the refresh again: the producer may just be publishing." },
    true,
  );
