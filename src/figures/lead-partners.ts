import { leadGraph } from "../components/lead-graph.js";
import { leadPicture } from "../components/lead-picture.js";
import { colourOf, sectorNames, sectors } from "../model/names.js";
import type { Figure } from "../components/figure.js";
import { peopleSql } from "./actors-sql.js";
import { leadDescription, leadSentences, leadTitle } from "./lead-words.js";
import { everyPlace, firstPlace, ofPlace, placeChoice, placeCondition } from "./practice-places.js";
import { actorSources, leadCells } from "./named-actors.js";

/** Who leads the practices of a city, and who takes part in them. */
export const leadPartners: Figure = {
  id: "lead-partners",
  choices: [placeChoice],
  options: { place: firstPlace },
  sent: { place: everyPlace },
  sql: (options) => `with ${peopleSql}
select p.practice_id, p.practice, p.place, p.city_id, p.region, p.lead_actor, p.lead, p.lead_sector, p.partner,
  p.partner_sector, p.partners, p.lead_key, p.partner_key, p.source_id, p.locator
from people p
${placeCondition(options)}
order by p.practice_id, p.partner_key`,
  select: ofPlace,
  title: leadTitle,
  description: leadDescription,
  words: leadSentences,
  key: [
    ...sectors.map((sector) => ({ name: sectorNames[sector], colour: colourOf(sector) })),
    { name: "not stated", colour: "var(--soft)" },
  ],
  columns: [
    { name: "lead", title: "Lead", missing: "not named" },
    { name: "lead_sector", title: "Sector of the lead", names: sectorNames, missing: "not stated" },
    { name: "practice", title: "Practice" },
    { name: "place", title: "Place", missing: "not stated" },
    { name: "partners", title: "Its partners", unit: "named" },
    { name: "partner", title: "Partner", missing: "none named" },
    { name: "partner_sector", title: "Sector of the partner", names: sectorNames, missing: "–" },
  ],
  draw: (rows, canvas, options) => leadPicture(leadGraph(ofPlace(rows, options)), canvas),
  cells: leadCells,
  sources: actorSources,
  caveat:
    "A line joins a lead to an actor that takes part in a practice it leads, in the colour of the lead’s sector. Names are as printed: one body under two names stands twice, except with and without its acronym.",
};
