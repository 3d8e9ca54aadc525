import type { KeptStorage } from "../../../src/kept/aside.js";
import { MarksStore } from "../../../src/recommendations/marks-store.js";
import { pageData } from "../../../src/recommendations/page-data.js";
import { rowsOf } from "../model/real-model.js";

/** The data of the page, from the evidence of this project. */
export const data = pageData(rowsOf, "0123abcd");

export const storeOn = (storage: () => KeptStorage) =>
  new MarksStore(storage, new Set(data.cities.map(({ id }) => id)), data.version);
