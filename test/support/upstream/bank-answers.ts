import { worldBankAnswer } from "./good-answers.js";
import type { Answering } from "./upstream-server.js";

/** Answers of the World Bank that were changed, and answers of any text. */

/** A row of the World Bank's. */
export interface Row {
  countryiso3code: string;
  date: string;
  value: number | null;
  [name: string]: unknown;
}

/** The source that most faults are tried on. */
export const population = "worldbank/population";

export const jsonType = { "Content-Type": "application/json" };

/** The text of the good answer to an address. */
export const good = (url: string) => worldBankAnswer(new URL(url, "http://127.0.0.1")).body as string;

/** What the good answer says of itself, and its rows. */
const goodRows = (url: URL) => JSON.parse(good(url.href)) as [Record<string, unknown>, Row[]];

/** The good answer with its rows changed. @param all rows that it says it has; default as many as it has */
export const rows =
  (change: (rows: Row[]) => object[], all?: number): Answering =>
  (_request, response, url) => {
    const [meta, given] = goodRows(url);
    const changed = change(given);
    response
      .writeHead(200, jsonType)
      .end(JSON.stringify([{ ...meta, total: all ?? changed.length }, changed]));
  };

/** The good answer that says another day of its numbers. */
export const dated =
  (lastupdated: string): Answering =>
  (_request, response, url) => {
    const [meta, given] = goodRows(url);
    response.writeHead(200, jsonType).end(JSON.stringify([{ ...meta, lastupdated }, given]));
  };

/** A text in the place of the answer. */
export const text =
  (body: string | Uint8Array, status = 200, headers: Record<string, string> = jsonType): Answering =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

interface MadePage {
  meta: Record<string, unknown>;
  rows: Row[];
}

/** Three pages with the rows shared out. @param change gets each by its number from 1, and the rows of all three */
export const pages =
  (change: (page: number, made: MadePage, shares: Row[][]) => { meta: object; rows: Row[] }): Answering =>
  (_request, response, url) => {
    const [meta, given] = goodRows(url);
    const page = Number(url.searchParams.get("page"));
    const third = Math.ceil(given.length / 3);
    const shares = [0, 1, 2].map((at) => given.slice(at * third, (at + 1) * third));
    const made = { meta: { ...meta, page, pages: 3, total: given.length }, rows: shares[page - 1]! };
    const { meta: told, rows } = change(page, made, shares);
    response.writeHead(200, jsonType).end(JSON.stringify([told, rows]));
  };
