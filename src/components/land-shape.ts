import type { GeoJSON } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { fetchFile } from "./fetch-file.js";
import { siteLink } from "./site-root.js";

let fetched: Promise<GeoJSON> | undefined;

/** The land of a topology of world-atlas. */
export function landOf(topology: Topology): GeoJSON {
  return feature(topology, topology.objects.land!);
}

/** The world's land, fetched once, for figures that stand on it. */
export function landShape(): Promise<GeoJSON> {
  fetched ??= fetchFile(siteLink("/data/land-110m.json"), "the map's land")
    .then((response) => response.json() as Promise<Topology>)
    .then(landOf);
  fetched.catch(() => (fetched = undefined));
  return fetched;
}
