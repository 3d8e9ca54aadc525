import { cpSync, existsSync, lstatSync, readlinkSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { shown, writeFault } from "./write-faults.js";

/**
 * Puts a built site in the place of the one before: the old one is renamed away, the new one in, the old one removed,
 * so that the place holds a whole site but for the moment between two renames. A link is followed, and its folder
 * changed. Where the place is on another disk, the site is first copied beside it.
 * @param built folder of the new site; gone afterwards
 * @param place folder of the site, such as `dist/`
 * @throws when it cannot be done; the old site is then where it was
 */
export function putInPlace(built: string, place: string): void {
  const site = followed(place);
  const { incoming, outgoing } = beside(site);
  for (const left of [incoming, outgoing]) rmSync(left, { recursive: true, force: true });
  try {
    move(built, incoming);
    const before = existsSync(site);
    if (before) move(site, outgoing);
    try {
      renameSync(incoming, site);
    } catch (error) {
      if (before) move(outgoing, site);
      throw error;
    }
  } catch (error) {
    rmSync(incoming, { recursive: true, force: true });
    const fault = writeFault(Object.assign(error as Error, { path: site })) ?? (error as Error).message;
    throw new Error(`The new site cannot be put in place. ${fault}`, { cause: error });
  }
  rmSync(outgoing, { recursive: true, force: true });
}

/** Brings back the site that a build had renamed away when it was killed, and removes what else it left beside. */
export function mendPlace(place: string): void {
  const site = followed(place);
  const { incoming, outgoing } = beside(site);
  if (!existsSync(site) && existsSync(outgoing)) renameSync(outgoing, site);
  for (const left of [incoming, outgoing]) rmSync(left, { recursive: true, force: true });
}

/**
 * The folder itself, where the place is a link to one.
 * @throws where the place is a file
 */
export function followed(place: string): string {
  let site = place;
  for (let links = 0; lstatSync(site, { throwIfNoEntry: false })?.isSymbolicLink(); links++) {
    if (links > 40) throw new Error(`${shown(place)} is a link that leads round in a circle; remove it`);
    site = resolve(dirname(site), readlinkSync(site));
  }
  if (statSync(site, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new Error(`${shown(site)} is a file, and the site's folder has to stand there; move it away`);
  return site;
}

function beside(site: string): { incoming: string; outgoing: string } {
  const name = (role: string) => join(dirname(site), `.${basename(site)}-${role}`);
  return { incoming: name("incoming"), outgoing: name("outgoing") };
}

/** Renames a folder; copies it where the two places are on different disks. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    copy(from, to);
    try {
      rmSync(from, { recursive: true, force: true });
    } catch (left) {
      copy(to, from);
      throw left;
    }
  }
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}
