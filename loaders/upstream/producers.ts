import { ecb } from "./ecb.js";
import { eurostat } from "./eurostat.js";
import { oecd } from "./oecd.js";
import type { Producer } from "./producer.js";
import { undesa } from "./undesa.js";
import { unhcr } from "./unhcr.js";
import { worldBank } from "./worldbank.js";

/** Everybody whose newer figures a refresh fetches, in the order of their names. */
export const producers: readonly Producer[] = [ecb, eurostat, oecd, undesa, unhcr, worldBank];
