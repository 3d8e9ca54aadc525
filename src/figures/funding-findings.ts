import type { Finding } from "./findings.js";

/** The findings on top of the page of funding. */
export const fundingFindings: Finding[] = [];
