import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { Known } from "./known.js";
import { writeNearest, writeNearestAddress } from "./nearest.js";
import type { PageProblem } from "./problem.js";

/** An address that a page names. */
export interface NamedAddress {
  kind: "link" | "picture" | "part";
  address: string;
  line: number;
  /** Words of a picture for those who cannot see it; undefined where they cannot be told. */
  words?: string;
}

/** What links may lead to. */
export interface Targets {
  /** The folder of the pages. */
  root: string;
  /** Addresses of all pages that have a file: "/", "/funding". */
  pages: readonly string[];
  /** Files of the site that loaders make: "/data/cities.csv". */
  files: readonly string[];
  known: Known;
  /** Ids of the places on a page; null where they cannot be told. */
  idsOf(path: string): ReadonlySet<string> | null;
}

/**
 * What is wrong with the addresses that a page names: pages, places, cities and pictures that are not there.
 * @param path of the page: "/guide/index"
 */
export function addressProblems(
  path: string,
  named: readonly NamedAddress[],
  targets: Targets,
): PageProblem[] {
  return named.flatMap((one) =>
    one.kind === "link" ? linkProblems(path, one, targets) : fileProblems(path, one, targets),
  );
}

function fileProblems(
  path: string,
  { kind, address, line, words }: NamedAddress,
  { root }: Targets,
): PageProblem[] {
  const noun = kind === "picture" ? "picture" : "file";
  if (address.startsWith("data:")) return [];
  if (/^(\w+:|\/\/)/.test(address))
    return [
      {
        line,
        what: `the ${noun} "${address}" is on another host, which this site never asks`,
        mend: `put it beside the page and write "./${posix.basename(address)}"`,
      },
    ];
  const problems: PageProblem[] = [];
  const place = decoded(address.replace(/[?#].*$/, ""));
  const file =
    place === null ? null : join(root, place.startsWith("/") ? place : posix.join(dirname(path), place));
  if (file === null || !["", ".ts", ".js"].some((ending) => existsSync(file + ending)))
    problems.push({
      line,
      what: `there is no ${noun} "${address}"`,
      mend: "put the file there, or mend its name; a path begins at the page's own folder",
    });
  if (kind === "picture" && words === "")
    problems.push({
      line,
      what: `the picture "${address}" has no words for those who cannot see it`,
      mend: "say what it shows: ![What it shows](./picture.svg)",
    });
  return problems;
}

function linkProblems(path: string, { address, line }: NamedAddress, targets: Targets): PageProblem[] {
  if (/^(\w+:|\/\/)/.test(address)) return [];
  const [, way = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  const place = decoded(way);
  if (place === null) return [{ line, what: `the link "${address}" cannot be read`, mend: "write % as %25" }];
  const target =
    place === "" ? path : pagePath(place.startsWith("/") ? place : posix.join(dirname(path), place));
  const gone = missingTarget(target, address, targets);
  if (gone) return [{ line, ...gone }];
  return [
    ...cityProblems(query, targets),
    ...anchorProblems(target, address, decoded(hash.slice(1)), targets),
  ].map((fault) => ({ line, ...fault }));
}

type Fault = Omit<PageProblem, "line">;

function missingTarget(
  target: string,
  address: string,
  { pages, files, root, known }: Targets,
): Fault | null {
  if (pages.includes(addressOf(target)) || files.includes(target)) return null;
  const city = /^\/cities\/([^/]+)$/.exec(target)?.[1];
  const ids = known.cities.map(({ id }) => id);
  if (city !== undefined)
    return ids.includes(city)
      ? null
      : { what: `the link "${address}" leads to no city`, mend: writeNearest(city, ids, "cities") };
  if (existsSync(join(root, target))) return null;
  return {
    what: `the link "${address}" leads nowhere`,
    mend: writeNearestAddress(addressOf(target), [...pages, ...files]),
  };
}

function cityProblems(query: string, { known }: Targets): Fault[] {
  const ids = known.cities.map(({ id }) => id);
  const parameters = new URLSearchParams(query);
  const asked = ["city", "cities"].flatMap((name) =>
    parameters.getAll(name).flatMap((value) => value.split(",")),
  );
  return asked
    .filter((id) => id !== "" && !ids.includes(id))
    .map((id) => ({ what: `there is no city "${id}"`, mend: writeNearest(id, ids, "cities") }));
}

function anchorProblems(target: string, address: string, anchor: string | null, { idsOf }: Targets): Fault[] {
  if (!anchor) return [];
  const ids = idsOf(target);
  if (!ids || ids.has(anchor)) return [];
  const places = [...ids].filter((id) => !id.startsWith("observablehq-"));
  return [
    {
      what: `the link "${address}" leads to no place on that page`,
      mend: writeNearest(anchor, places, "places"),
    },
  ];
}

/** "/guide/index" for "/guide/" and "/guide/index.html". */
function pagePath(address: string): string {
  const path = address.replace(/\.html$/, "");
  return path.endsWith("/") ? `${path}index` : path;
}

/** "/guide/" for "/guide/index". */
const addressOf = (path: string) => path.replace(/\/index$/, "/");

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
