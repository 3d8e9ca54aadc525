import { ofCities, unitOf } from "../../src/model/assumptions.js";
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dimensions, partnershipTypes } from "../../src/model/names.js";
import { copyProject } from "../support/site/copy-project.js";
import { tell } from "./bench.js";
import type { Measured } from "./row.js";

/** Cities that are added, plainly named as made up. */
const added = 1000;
/** Who was interviewed, in the words of the table. */
const stakeholders = [
  "policy-makers",
  "practitioners",
  "businesses",
  "civil-society",
  "international-organisations",
];

/** Every so many of them is mapped. */
const mappedEvery = 50;

/**
 * What a city more costs the build: the time of a build with 1,000 made-up cities, less that of a build without, for
 * each. Both are built from a copy of the project in a folder of its own, once, one after the other: they take minutes.
 */
export async function manyCities(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-cities-"));
  try {
    copyProject(folder);
    tell("build without them");
    const without = await buildSeconds(folder);
    addCities(join(folder, "data"), added);
    tell(`build with ${added} more`);
    const whole = await buildSeconds(folder);
    const pages = readdirSync(join(folder, "dist", "cities")).filter((name) =>
      name.startsWith("synthetic-city-"),
    );
    if (pages.length !== added) throw new Error(`${pages.length} of ${added} cities have a page`);
    return [
      {
        what: "build: a city more",
        unit: "ms",
        values: [((whole - without) / added) * 1000],
        budget: { atMost: 60 },
        note: `(${whole.toFixed(1)} s with ${added} made-up cities − ${without.toFixed(1)} s without) / ${added}; each built once.`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildSeconds(folder: string): Promise<number> {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const env = { ...process.env };
  delete env.ARRIVALS_DATA;
  const start = performance.now();
  const building = spawn(npm, ["run", "build"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [building.stdout, building.stderr])
    stream.on("data", (part: Buffer) => (output = (output + part.toString()).slice(-4000)));
  const status = await new Promise<number | null>((resolve, reject) => {
    building.on("error", reject);
    building.on("close", resolve);
  });
  if (status !== 0) throw new Error(`npm run build failed:\n${output}`);
  return (performance.now() - start) / 1000;
}

/** Adds cities with figures of every kind to the tables; some are mapped, as in a study of more cities. */
function addCities(data: string, count: number): void {
  const add = table(data);
  const round = "synthetic-2015";
  add("rounds", {
    round_id: round,
    name: "Synthetic",
    year: 2015,
    source_id: "arrivals",
    locator: "Synthetic",
  });
  for (let i = 1; i <= count; i++) {
    const number = String(i).padStart(4, "0");
    const city = { city_id: `synthetic-city-${number}`, source_id: "arrivals", locator: "Synthetic" };
    const place = { place: `Synthetic city ${number}`, country: "Synthetic country" };
    const mapped = i % mappedEvery === 0;
    add("cities", {
      ...city,
      name: place.place,
      country: place.country,
      iso3: "ZZZ",
      region: "Asia",
      latitude: (i % 120) - 60,
      longitude: (i % 340) - 170,
      population: 100_000 + i,
      population_year: 2015,
      foreign_born_pct: i % 60,
      foreign_born_year: 2015,
      mapped,
    });
    for (const indicator_id of ["foreign-born-pct", "refugees-pct"])
      add("statistics", {
        ...city,
        ...place,
        indicator_id,
        place_kind: "city",
        year: 2015,
        year_stated: true,
        value: i % 60,
      });
    for (const n of [1, 2])
      add("practices", {
        ...city,
        ...place,
        practice_id: `synthetic-practice-${number}-${n}`,
        name: `Synthetic practice ${number} ${n}`,
        kind: "example",
        region: "Asia",
        summary: "Synthetic.",
      });
    for (const n of [1, 2])
      add("practice_dimensions", {
        ...city,
        practice_id: `synthetic-practice-${number}-${n}`,
        dimension: dimensions[(i + n) % dimensions.length]!,
      });
    add("network_members", { ...city, network_id: "100-resilient-cities" });
    if (!mapped) continue;
    for (const dimension of dimensions)
      add("initiatives", { ...city, round, dimension, actors: i % 5, initiatives: i % 9 });
    for (const partnership_type of partnershipTypes)
      add("partnerships", { ...city, round, partnership_type, partnerships: i % 6 });
    // A mapped city can be simulated: these of its own are assumptions of the model.
    for (const prefix of ofCities)
      add("assumptions", {
        ...city,
        assumption_id: `${prefix}${city.city_id}`,
        name: `Synthetic assumption ${prefix}${number}`,
        unit: unitOf(`${prefix}${city.city_id}`),
        low: 0.4,
        central: 0.5,
        high: 0.6,
        distribution: "triangular",
        evidence: "assumed",
        reason: "Synthetic: made up for a measurement.",
      });
    add("interviews", {
      ...city,
      round,
      contacted: 10,
      replied: 8,
      rejected: 2,
      not_replied: 2,
      interviewed: 6,
    });
    for (const stakeholder of stakeholders)
      add("interviewees", { ...city, round, stakeholder, interviewed: 3 });
  }
}

/** Adds a row to a table's file, its cells by column; columns that are not named stay empty. */
function table(data: string): (name: string, cells: Record<string, string | number | boolean>) => void {
  const headers = new Map<string, string[]>();
  return (name, cells) => {
    const file = join(data, `${name}.csv`);
    const header = headers.get(name) ?? readFileSync(file, "utf8").split("\n", 1)[0]!.trim().split(",");
    headers.set(name, header);
    appendFileSync(file, `${header.map((column) => String(cells[column] ?? "")).join(",")}\n`);
  };
}
