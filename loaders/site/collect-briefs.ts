import { greatest } from "d3-array";
import type { CityBrief } from "../../src/briefs/city-brief.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { openingSql } from "../../src/briefs/opening-query.js";
import { comparatorsOf } from "../../src/model/comparators.js";
import { adviceFor } from "../../src/model/city-advice.js";
import { readCityContexts, type CityContext, type CityGap } from "../../src/model/city-contexts.js";
import { readPractices } from "../../src/model/practices.js";
import { rankPractices } from "../../src/model/rank-practices.js";
import { cityGaps, readRecommendations } from "../../src/model/recommendations.js";
import { worthALook } from "../../src/model/worth-a-look.js";
import type { Database } from "../database.js";
import type { Row } from "../read-table.js";

/**
 * What each brief says, in the order of the table `cities`. Each query runs once for all cities, so that a city more
 * costs a few rows and no query.
 * @param rowsOf checked rows of a table by its name
 */
export async function collectBriefs(
  database: Pick<Database, "query">,
  rowsOf: (table: string) => Row[],
): Promise<CityBrief[]> {
  const openings = byCity(await database.query(openingSql({})));
  const rows = new Map<string, Map<string, Row[]>>();
  for (const figure of Object.values(briefFigures))
    rows.set(figure.id, byCity(await database.query(figure.sql({}))));
  const cities = readCityContexts(rowsOf);
  const practices = readPractices(rowsOf);
  const recommendations = readRecommendations(rowsOf);
  return cities.map((city): CityBrief => {
    const gaps = cityGaps(city, cities);
    return {
      city,
      opening: openings.get(city.id)![0]!,
      rows: Object.fromEntries([...rows].map(([id, of]) => [id, of.get(city.id) ?? []])),
      gaps,
      ...worthALook(rankPractices(city, practices, cities), city, gaps),
      advice: adviceFor(gaps, recommendations),
      compareWith: mostWhereThinnest(city, cities, gaps),
      nearest: comparatorsOf(city, cities),
    };
  });
}

/** The mapped city with the most initiatives where the gap is largest; of one without a gap, with the most in all. */
function mostWhereThinnest(
  city: CityContext,
  cities: readonly CityContext[],
  gaps: readonly CityGap[] | null,
): string | null {
  const others = cities.filter((other) => other.initiatives && other.id !== city.id);
  const dimension = gaps?.[0]?.dimension;
  const count = ({ initiatives }: CityContext) =>
    dimension ? initiatives![dimension] : Object.values(initiatives!).reduce((sum, of) => sum + of, 0);
  return greatest(others, count)?.id ?? null;
}

function byCity(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const id = String(row.city_id);
    const list = found.get(id);
    if (list) list.push(row);
    else found.set(id, [row]);
  }
  return found;
}
