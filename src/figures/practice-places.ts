import { text, type Choice, type Options, type Row } from "../components/figure.js";

/** The cities whose practices name a lead or a partner, by name; a test holds the list to the register. */
const cities = [
  ["amman", "Amman"],
  ["athens", "Athens"],
  ["auckland", "Auckland"],
  ["barcelona", "Barcelona"],
  ["buenos-aires", "Buenos Aires"],
  ["chicago", "Chicago"],
  ["erlangen", "Erlangen"],
  ["kuala-lumpur", "Kuala Lumpur"],
  ["lincoln", "Lincoln"],
  ["lisbon", "Lisbon"],
  ["london", "London"],
  ["los-angeles", "Los Angeles"],
  ["montreal", "Montreal"],
  ["nairobi", "Nairobi"],
  ["new-york", "New York"],
  ["paris", "Paris"],
  ["pittsburgh", "Pittsburgh"],
  ["rotterdam", "Rotterdam"],
  ["sao-paulo", "São Paulo"],
  ["thessaloniki", "Thessaloniki"],
  ["toronto", "Toronto"],
  ["washington", "Washington"],
] as const;

/** Regions whose practices outside these cities are many enough for a list of their own. */
const regions = [
  ["elsewhere-in-europe", "Europe"],
  ["elsewhere-in-northern-america", "Northern America"],
] as const;

/** Asks for the practices of every place; it is sent with the page and not offered. */
export const everyPlace = "all";

/** A city, or the practices outside the cities listed: every practice belongs to one. */
export const placeChoice: Choice = {
  name: "place",
  label: "City",
  control: "list",
  values: [
    ...cities.map(([value, label]) => ({ value, label })),
    ...regions.map(([value, label]) => ({ value, label: `elsewhere in ${label}` })),
    { value: "elsewhere", label: "elsewhere, or in several regions" },
  ],
};

/** The place of the first view. */
export const firstPlace = "chicago";

const cityIds: readonly string[] = cities.map(([id]) => id);
const regionNames: readonly string[] = regions.map(([, name]) => name);

/** The value chosen; only one that is offered, so that it may stand in a query. */
function chosen(options: Options) {
  const asked = options[placeChoice.name];
  return (
    placeChoice.values.find(({ value }) => value === asked) ??
    placeChoice.values.find(({ value }) => value === firstPlace)!
  );
}

/** "In Chicago", "Elsewhere in Europe", for the beginning of a sentence. */
export function placeWords(options: Options): string {
  const { value, label } = chosen(options);
  if (cityIds.includes(value)) return `In ${label}`;
  return value === "elsewhere" ? "Elsewhere" : label.replace("elsewhere", "Elsewhere");
}

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ");

/** The condition of a query on `city_id` and `region`, with its "where"; empty for every place. */
export function placeCondition(options: Options): string {
  if (options[placeChoice.name] === everyPlace) return "";
  const { value } = chosen(options);
  if (cityIds.includes(value)) return `where p.city_id = '${value}'`;
  const region = regions.find(([id]) => id === value)?.[1];
  const outside = `where coalesce(p.city_id, '') not in (${list(cityIds)})`;
  return region
    ? `${outside}\n  and p.region = '${region}'`
    : `${outside}\n  and coalesce(p.region, '') not in (${list(regionNames)})`;
}

/** The same on rows that were sent. */
export function ofPlace(rows: Row[], options: Options): Row[] {
  if (options[placeChoice.name] === everyPlace) return rows;
  const { value } = chosen(options);
  if (cityIds.includes(value)) return rows.filter((row) => row.city_id === value);
  const region = regions.find(([id]) => id === value)?.[1];
  return rows.filter(
    (row) =>
      !cityIds.includes(text(row, "city_id")) &&
      (region ? row.region === region : !regionNames.includes(text(row, "region"))),
  );
}
