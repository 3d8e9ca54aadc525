import { folded } from "../model/folded.js";
import type { Fact, Place, RowsOf } from "./facts.js";
import { placeId } from "./place-id.js";

/** Other common names of places, in small letters without accents, by the place's id. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  auckland: ["tamaki makaurau"],
  athens: ["athina", "athen", "athenes"],
  barcelona: ["barcelone"],
  "buenos-aires": ["bs as"],
  "kuala-lumpur": ["kl"],
  lisbon: ["lisboa", "lissabon", "lisbonne"],
  "los-angeles": ["la", "l.a."],
  munich: ["munchen"],
  "new-york": ["new york city", "nyc"],
  "sao-paulo": ["sampa"],
  thessaloniki: ["salonica", "salonika"],
  washington: ["washington, dc", "washington, d.c.", "washington dc"],
  world: ["worldwide", "globally", "the globe", "around the globe"],
  "united-states": ["usa", "us", "u.s.", "u.s.a.", "america"],
  "united-kingdom": ["uk", "u.k.", "britain", "great britain"],
  netherlands: ["holland", "the netherlands"],
};

/** Names that are read only as they are written, for in small letters they are other words: "la", "us", "kl". */
export const onlyInCapitals: ReadonlySet<string> = new Set(["la", "us", "kl", "uk", "usa"]);

/** Places of the evidence with all their names: every city, then countries and what else the facts are about. */
export function gatherPlaces(rowsOf: RowsOf, facts: readonly Fact[]): Place[] {
  const spokenOf = new Set(facts.map(({ place }) => place));
  const places = new Map<string, Place>();
  const add = (id: string, name: string, kind: Place["kind"], mapped = false) => {
    if (places.has(id) || id === "all") return;
    const bare = folded(name);
    const short = kind === "programme" ? shortNames(bare) : [];
    const others = [...new Set([...short, ...(otherNames[id] ?? [])])].filter((other) => other !== bare);
    places.set(id, { id, name, others, kind, mapped });
  };
  for (const row of rowsOf("cities"))
    add(String(row["city_id"]), String(row["name"]), "city", row["mapped"] === true);
  for (const row of rowsOf("statistics")) {
    const kind = row["place_kind"];
    const of = kind === "country" ? "country" : programmes.has(String(kind)) ? "programme" : "elsewhere";
    add(placeId(String(row["place"])), String(row["place"]), of);
  }
  for (const row of rowsOf("funding")) {
    const name = String(row["place"]);
    const country = name === row["country"];
    add(placeId(name), name, country ? "country" : "elsewhere");
  }
  return [...places.values()].filter(({ id, kind }) => kind === "city" || spokenOf.has(id));
}

const programmes = new Set(["programme", "survey"]);

/** A programme's name without what stands in brackets or after a comma, and what stands in brackets: "CLAII network". */
function shortNames(name: string): string[] {
  const inBrackets = [...name.matchAll(/\(([^()]+)\)/g)].map(([, inside]) => inside!.trim());
  const bare = name.split(/[,(:]/)[0]!.trim();
  return [bare, ...inBrackets].filter((short) => short.length > 3 && !/^[\d-]+$/.test(short));
}
