/** Largest file of scenarios that is read and written, in bytes, and most scenarios of it. */
export const mostFileBytes = 5_000_000;
export const mostScenarios = 100;
