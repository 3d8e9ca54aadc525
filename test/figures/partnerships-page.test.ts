import { beforeAll, describe, expect, it } from "vitest";
import { networkPlaces } from "../../loaders/site/network-places.js";
import { actorGraph, radiusOf } from "../../src/components/actor-graph.js";
import { networkSizes } from "../../src/components/network-picture.js";
import { actorNetwork } from "../../src/figures/actor-network.js";
import { actors } from "../../src/figures/actors.js";
import type { Figure, Options, Row } from "../../src/components/figure.js";
import { partnershipMatrix } from "../../src/figures/partnership-matrix.js";
import { partnershipReadings } from "../../src/figures/partnership-readings.js";
import { partnershipSum } from "../../src/figures/partnership-sum.js";
import { sectorLinks } from "../../src/figures/sector-links.js";
import { whoIsMissing } from "../../src/figures/who-is-missing.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
let network: Row[];
beforeAll(async () => {
  real = await openRealFigures();
  network = await real.rows(actorNetwork);
});

const total = (rows: Row[], column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
const tableRows = (name: string) => real.tables.get(name)!.rows;

describe("partnershipMatrix", () => {
  it("has shares that add up to 100 over each city, and over each type", async () => {
    const rows = await real.rows(partnershipMatrix);
    for (const city of new Set(rows.map((row) => row.city_id)))
      expect(
        total(
          rows.filter((row) => row.city_id === city),
          "share_of_city_pct",
        ),
      ).toBeCloseTo(100, 9);
    for (const type of new Set(rows.map((row) => row.partnership_type)))
      expect(
        total(
          rows.filter((row) => row.partnership_type === type),
          "share_of_type_pct",
        ),
      ).toBeCloseTo(100, 9);
  });
});

describe("partnershipSum", () => {
  it("says plainly that 121 are printed and 139 counted, and that Auckland's 18 are the difference", async () => {
    const title = partnershipSum.title(await real.rows(partnershipSum), {});
    for (const part of ["121", "139", "18", "Auckland"]) expect(title).toContain(part);
  });

  it("lays the city left out beyond the printed total", async () => {
    const rows = await real.rows(partnershipSum);
    const last = rows[rows.length - 1]!;
    expect(last).toMatchObject({ city_id: "auckland", running_total: 139, left_out: true });
    expect(Number(last.running_total) - Number(last.partnerships)).toBe(121);
  });
});

describe("partnershipReadings", () => {
  it("shows every discrepancy on partnerships, with both readings", async () => {
    const rows = await real.rows(partnershipReadings);
    const known = tableRows("discrepancies").filter((row) => row.table_name === "partnerships");
    expect(rows.map((row) => row.discrepancy_id).sort()).toEqual(
      known.map((row) => row.discrepancy_id).sort(),
    );
    for (const row of rows) expect([row.value_a, row.value_b]).not.toContain(null);
  });
});

describe("actorNetwork", () => {
  it("has a row for every partner of the register, and for every lead without one", () => {
    expect(network.filter((row) => row.partner !== null)).toHaveLength(tableRows("practice_partners").length);
    const alone = new Set(tableRows("practice_partners").map((row) => row.practice_id));
    const leads = tableRows("practices").filter((row) => row.lead_actor && !alone.has(row.practice_id));
    expect(network.filter((row) => row.partner === null)).toHaveLength(leads.length);
  });

  it("takes a body with and without its acronym for one, and a kind of partner for another in each practice", () => {
    const graph = actorGraph(network);
    const named = (pattern: RegExp) => graph.actors.filter(({ name }) => pattern.test(name));
    expect(named(/UNHCR|High Commissioner for Refugees/)).toHaveLength(1);
    const practices = network.filter((row) => row.partner === "local NGOs").length;
    expect(named(/^local NGOs$/)).toHaveLength(practices);
  });

  it("counts actors without a tie and says so", () => {
    const leaders = actorGraph(network).actors.filter(({ led }) => led.size);
    const alone = leaders.filter(({ neighbours }) => !neighbours.size);
    expect(alone.length).toBeGreaterThan(0);
    const [words] = actorNetwork.words!(network, actorNetwork.options!);
    expect(words).toContain(
      `${leaders.length} actors lead a practice; ${alone.length} of them stand without a line`,
    );
  });

  it("keeps an actor's number, and so its place, whatever is chosen", async () => {
    const numbers = new Map(network.map((row) => [row.lead_key, row.lead_place]));
    const chosen = await real.rows(actorNetwork, { sector: "private", region: "northern-america" });
    expect(chosen.length).toBeGreaterThan(0);
    for (const row of chosen) expect(row.lead_place).toBe(numbers.get(row.lead_key));
  });

  it("names in words all that an actor works with", () => {
    const steps = actorNetwork.steps!(network, actorNetwork.options!);
    const [first] = steps;
    const names = new Map(steps.map(({ key, label }) => [key, label]));
    expect(first!.neighbours.length).toBeGreaterThan(3);
    for (const key of first!.neighbours) expect(first!.says).toContain(names.get(key));
  });

  it("agrees with the table of actors", async () => {
    const graph = actorGraph(network);
    const listed = await real.rows(actors);
    expect(listed).toHaveLength(graph.actors.length);
    for (const row of listed) {
      const found = graph.actors.find(({ key }) => key === row.key);
      expect(found, String(row.actor)).toBeDefined();
      expect(found!.neighbours.size, String(row.actor)).toBe(row.partners);
      expect(found!.sector, String(row.actor)).toBe(row.sector ?? "");
    }
  });
});

describe("titles of the page for every choice", () => {
  const chosen = ({ choices = [], options = {} }: Figure) =>
    choices.reduce<Options[]>(
      (list, { name, values }) => list.flatMap((of) => values.map(({ value }) => ({ ...of, [name]: value }))),
      [options],
    );

  it.each([partnershipMatrix, actorNetwork, sectorLinks].map((figure) => [figure.id, figure] as const))(
    "%s: words that fit their numbers",
    async (_, figure) => {
      const rows = await real.rows(figure);
      for (const options of chosen(figure)) {
        const drawn = figure.select?.(rows, options) ?? rows;
        const title = figure.title(drawn, options);
        for (const words of figure === actorNetwork ? figure.words!(drawn, options) : [])
          expect(words, JSON.stringify(options)).not.toMatch(/\b1 (actors|practices|of them stand)\b|\b0 /);
        expect(title, JSON.stringify(options)).not.toMatch(
          /\b1 (ties|actors)\b|\b0 of|of 0\b|NaN|undefined|^[a-z]/,
        );
      }
    },
  );

  it("names the pairs that share the first place", async () => {
    const rows = (await real.rows(sectorLinks)).map((row, i) => ({ ...row, links_legal: i < 2 ? 5 : 0 }));
    expect(sectorLinks.title(rows, { dimension: "legal" })).toBe(
      "In legal practices, government with government and government with business are the commonest pairs, each 5 of 10 partners named",
    );
  });
});

describe("networkPlaces(rows)", () => {
  let made: ReturnType<typeof networkPlaces>;
  beforeAll(() => {
    made = networkPlaces(network);
  });

  it("gives the same places every time", () => {
    expect(networkPlaces([...network])).toEqual(made);
  });

  it.each(["wide", "narrow"] as const)(
    "%s: every actor stands in the picture, and apart from the others",
    (form) => {
      const places = made[form];
      const { width, height } = networkSizes[form];
      const placed = actorGraph(network).actors.map((actor) => ({
        x: places[(actor.place! - 1) * 2]!,
        y: places[(actor.place! - 1) * 2 + 1]!,
        r: radiusOf(actor, form === "narrow"),
      }));
      for (const { x, y } of placed) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
      const covered = placed.filter((a, i) =>
        placed.some((b, j) => j < i && Math.hypot(a.x - b.x, a.y - b.y) < Math.max(a.r, b.r) * 0.8),
      );
      expect(covered.length / placed.length).toBeLessThan(0.02);
    },
  );
});

describe("sectorLinks", () => {
  it("counts each partner of a practice with a known lead once, in all dimensions together", async () => {
    const rows = await real.rows(sectorLinks);
    expect(rows).toHaveLength(16);
    const known = new Set(
      tableRows("practices").flatMap((row) => (row.lead_sector ? [row.practice_id] : [])),
    );
    expect(total(rows, "links_all")).toBe(
      tableRows("practice_partners").filter((row) => known.has(row.practice_id)).length,
    );
  });
});

describe("whoIsMissing", () => {
  it("tells of every mapped city, of 4 types, 4 sectors and 5 kinds of stakeholder", async () => {
    const rows = await real.rows(whoIsMissing);
    expect(rows).toHaveLength(8 * 13);
    const words = whoIsMissing.words!(rows, {});
    expect(words).toHaveLength(8);
    expect(words.find((line) => line.startsWith("Lisbon"))).toContain(
      "no public–private partnership among 11 found",
    );
    expect(words.find((line) => line.startsWith("Kuala Lumpur"))).toContain(
      "none with policy makers or practitioners",
    );
    expect(whoIsMissing.caveat).toMatch(/no proof/);
  });
});
