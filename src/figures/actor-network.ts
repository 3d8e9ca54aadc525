import { actorGraph, practicesOf, type Actor, type Tie } from "../components/actor-graph.js";
import { formatList, formatNumber } from "../components/format.js";
import { networkPicture } from "../components/network-picture.js";
import { colourOf, sectorNames, sectors } from "../model/names.js";
import { worldRegions } from "../model/practices.js";
import { peopleSql } from "./actors-sql.js";
import { number, type Choice, type Figure, type Options, type Row } from "../components/figure.js";
import { actorSources, leadCells } from "./named-actors.js";

const every = "all";
const idOf = (name: string) => name.toLowerCase().replace(" ", "-");

const sectorChoice: Choice = {
  name: "sector",
  label: "Sector",
  values: [every, ...sectors].map((value) => ({ value, label: value })),
};

const regionChoice: Choice = {
  name: "region",
  label: "Region",
  control: "list",
  values: [
    { value: every, label: "everywhere" },
    ...worldRegions.map((name) => ({ value: idOf(name), label: name })),
  ],
};

const chosen = (choice: Choice, options: Options) =>
  choice.values.find(({ value }) => value === options[choice.name]) ?? choice.values[0]!;
const sectorOf = (options: Options) => chosen(sectorChoice, options).value;
const regionOf = (options: Options) => chosen(regionChoice, options);

/** Conditions of the choices; only values that are offered reach the query. */
function conditions(options: Options): string {
  const { value, label } = regionOf(options);
  const sector = sectorOf(options);
  const parts = [
    sector === every ? "" : `'${sector}' in (lead_sector, partner_sector)`,
    value === every ? "" : `region = '${label}'`,
  ].filter(Boolean);
  return parts.length ? `\nwhere ${parts.join(" and ")}` : "";
}

/** The same conditions on rows that were sent. */
function ofChoice(rows: Row[], options: Options): Row[] {
  const { value, label } = regionOf(options);
  const sector = sectorOf(options);
  return rows.filter(
    (row) =>
      (sector === every || row.lead_sector === sector || row.partner_sector === sector) &&
      (value === every || row.region === label),
  );
}

/** Actors by sector, joined where one takes part in a practice that the other leads. */
export const actorNetwork: Figure = {
  id: "actor-network",
  choices: [sectorChoice, regionChoice],
  options: { sector: every, region: every },
  sql: (options) => `with ${peopleSql},
-- Every actor keeps its number whatever is chosen, and with it its place in the picture.
numbers as (
  select key, row_number() over (order by key)::int as place
  from (select lead_key as key from people where lead_key is not null union
    select partner_key from people where partner_key is not null)
)
select p.practice_id, p.practice, p.city_id, p.region, p.lead_actor, p.lead, p.lead_sector, p.partner, p.partner_sector,
  p.partners, p.lead_key, p.partner_key, a.place as lead_place, b.place as partner_place, p.source_id, p.locator
from people p
left join numbers a on a.key = p.lead_key
left join numbers b on b.key = p.partner_key${conditions(options)}
order by p.practice_id, p.partner_key`,
  select: ofChoice,
  title(given, options) {
    const rows = ofChoice(given, options);
    const { actors, ties } = actorGraph(rows);
    const hub = [...actors].sort((a, b) => b.neighbours.size - a.neighbours.size)[0];
    const where = whereOf(options);
    if (!hub?.neighbours.size)
      return `No two actors are named together${where || " anywhere"} in what the documents describe`;
    const [hubCount, through] = [hubs(actors).length, throughHubs(actors, ties)];
    return (
      `Who works with whom${where}: ${formatNumber(actors.length)} actors, ${counted(ties.length, "tie")}; ` +
      (hubCount === 0
        ? "none of the actors has four or more"
        : `${formatNumber(through)} of these ${through === 1 ? "leads" : "lead"} to ${hubCount === 1 ? `${hub.name}, the only one` : `one of ${formatNumber(hubCount)} actors`} with four or more`)
    );
  },
  description(given, options) {
    const rows = ofChoice(given, options);
    const { actors, ties } = actorGraph(rows);
    const top = [...actors].sort((a, b) => b.neighbours.size - a.neighbours.size).slice(0, 5);
    const by = sectors.map((sector) => `${actors.filter((d) => d.sector === sector).length} ${sector}`);
    const most = Math.max(0, ...rows.map((row) => number(row, "partners") ?? 0));
    return (
      `Network of ${actors.length} actors${whereOf(options)} (${formatList(by)}) with ${ties.length} ties; ${aloneOf(actors)} have none. ` +
      `At most ${formatNumber(most)} partners in one practice. ` +
      (top.length ? `Most ties: ${formatList(top.map((d) => `${d.name} ${d.neighbours.size}`))}.` : "")
    ).trim();
  },
  key: sectors.map((sector) => ({ name: sectorNames[sector], colour: colourOf(sector) })),
  columns: [
    { name: "lead", title: "Lead", missing: "not named" },
    { name: "lead_sector", title: "Sector of the lead", names: sectorNames, missing: "not stated" },
    { name: "practice", title: "Practice" },
    { name: "partners", title: "Its partners", unit: "named" },
    { name: "partner", title: "Partner", missing: "none named" },
    { name: "partner_sector", title: "Sector of the partner", names: sectorNames, missing: "–" },
  ],
  words(given, options) {
    const rows = ofChoice(given, options);
    const { actors } = actorGraph(rows);
    const leaders = actors.filter((actor) => actor.led.size);
    const alone = leaders.filter((actor) => !actor.neighbours.size);
    const leadless = new Set(rows.filter((row) => row.lead === null).map((row) => row.practice_id)).size;
    const one = alone.length === 1;
    return [
      leaders.length > 0 &&
        `${counted(leaders.length, "actor")} ${leaders.length === 1 ? "leads" : "lead"} a practice` +
          (alone.length === 0
            ? ", each with a partner named."
            : `; ${formatNumber(alone.length)} of them ${one ? "stands" : "stand"} without a line, since no partner is named for anything ${one ? "it leads" : "they lead"}. That may say more of the document than of ${one ? "it" : "them"}.`),
      leadless > 0 &&
        `${counted(leadless, "practice")} ${leadless === 1 ? "names" : "name"} partners but no lead: these stand without a line.`,
    ].filter((words) => words !== false);
  },
  steps(given, options) {
    const { actors } = actorGraph(ofChoice(given, options));
    const names = new Map(actors.map(({ key, name }) => [key, name]));
    return [...actors]
      .sort((a, b) => b.neighbours.size - a.neighbours.size || a.name.localeCompare(b.name, "en"))
      .map((actor) => ({
        key: actor.key,
        label: actor.name,
        says: saysOf(
          actor,
          [...actor.neighbours].map((key) => names.get(key) ?? key),
        ),
        neighbours: [...actor.neighbours],
      }));
  },
  draw: (rows, canvas, options) =>
    networkPicture(actorGraph(ofChoice(rows, options)), canvas, whereOf(options)),
  cells: leadCells,
  sources: actorSources,
  caveat:
    "A circle is an actor: the more practices it has, the larger it is. A line leads to an actor that takes part in a practice it leads, in the colour of the lead. Names are as printed: one body under two names stands twice, except with and without its acronym. A kind of partner, such as local NGOs, is another circle in each practice.",
};

function saysOf(actor: Actor, partners: string[]): string {
  const practices = practicesOf(actor);
  const sector = actor.sector ? `${actor.sector} sector` : "sector not stated";
  const count = `${practices} ${practices === 1 ? "practice" : "practices"}, ${actor.led.size} led`;
  const ties = partners.length ? `Works with ${formatList(partners)}.` : "No partner is named.";
  return `${actor.name} (${sector}): ${count}. ${ties}`;
}

function whereOf(options: Options): string {
  const region = regionOf(options);
  const sector = sectorOf(options);
  return (
    (region.value === every ? "" : ` in ${region.label}`) +
    (sector === every ? "" : ` around the ${sector} sector`)
  );
}

const counted = (count: number, noun: string) => `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
const hubs = (actors: Actor[]) => actors.filter((actor) => actor.neighbours.size >= 4);
const aloneOf = (actors: Actor[]) => actors.filter((actor) => !actor.neighbours.size).length;

/** Ties with a hub at one end or both. */
function throughHubs(actors: Actor[], ties: Tie[]): number {
  const keys = new Set(hubs(actors).map(({ key }) => key));
  return ties.filter(({ lead, partner }) => keys.has(lead) || keys.has(partner)).length;
}
