import type { GeoJSON } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { DamagedFile } from "./damaged-file.js";
import { fetchFile, readJson } from "./fetch-file.js";
import { siteLink } from "./site-root.js";

let fetched: Promise<GeoJSON> | undefined;
const what = "the map's land";

/** The land of a topology of world-atlas. */
export function landOf(topology: Topology): GeoJSON {
  return feature(topology, topology.objects.land!);
}

/**
 * The land of a file of world-atlas.
 * @throws DamagedFile where it is anything else
 */
export function readLand(bytes: Uint8Array): GeoJSON {
  const read = readJson(bytes, what);
  try {
    const land = landOf(read as Topology);
    if (land.type === "FeatureCollection" && land.features.length > 0) return land;
  } catch (error) {
    throw new DamagedFile(what, "foreign", { cause: error });
  }
  throw new DamagedFile(what, "foreign");
}

/** The world's land, fetched once, for figures that stand on it. */
export function landShape(): Promise<GeoJSON> {
  fetched ??= fetchFile(siteLink("/data/land-110m.json"), what, readLand);
  fetched.catch(() => (fetched = undefined));
  return fetched;
}
