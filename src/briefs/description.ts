import { number, text } from "../components/figure.js";
import type { CityBrief } from "./city-brief.js";
import { counted } from "./brief-figure.js";

/** What a brief's page says of itself, in one sentence with the city's own numbers. */
export function briefDescription({ opening }: CityBrief): string {
  const name = `${text(opening, "city")}, ${text(opening, "country")}`;
  const parts = [
    number(opening, "initiatives") === null
      ? "not mapped"
      : counted(number(opening, "initiatives") ?? 0, "initiative"),
    counted(number(opening, "practices") ?? 0, "practice"),
    counted(number(opening, "statistics") ?? 0, "statistic"),
  ];
  return `Brief of ${name}: ${parts.join(", ")}; gaps, practices worth a look and what the documents do not say, with sources.`;
}
