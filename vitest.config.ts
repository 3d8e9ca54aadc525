import { defineConfig } from "vitest/config";

const inBrowser = "test/browser/**/*.test.ts";
const asWhole = "test/whole/**/*.test.ts";

// A test that checks nothing passes whatever happens: it fails instead, or is skipped by name. Those in a browser may
// wait for what they want to see, and fail when it does not come.
const expect = { requireAssertions: true };

/** Tests that need no built site, no browser and no process of their own. */
const unit = {
  extends: true as const,
  test: {
    name: "unit",
    include: ["test/**/*.test.ts"],
    exclude: [inBrowser, asWhole],
    expect,
    // The files of a worker share what they import: to load the model, Plot and DuckDB anew for each takes longer than
    // all tests. What a test stubs goes before the next; a file that changes modules themselves resets them. Workers
    // are processes, as threads have no time zone and no user of their own.
    isolate: false,
    pool: "forks" as const,
    unstubGlobals: true,
  },
};

/** Tests that start commands as processes, run the tools of the house, make every file, or try all that could be tried. */
const whole = {
  extends: true as const,
  test: {
    name: "whole",
    include: [asWhole],
    expect,
    // What takes ten seconds alone takes a minute on a machine that builds beside it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

/** Tests of the built site, and of parts in a browser. The site is built and served once, before them all. */
const site = {
  extends: true as const,
  test: {
    name: "site",
    include: [inBrowser],
    globalSetup: "test/support/run/site-setup.ts",
    // What a test polls for comes at once on a quiet machine; the default second is too short on a full one.
    expect: { poll: { timeout: 30_000 } },
    // Some open the database a dozen times; a full machine takes its time.
    testTimeout: 90_000,
  },
};

export default defineConfig({
  test: {
    projects: process.env.ARRIVALS_NO_SITE === "1" ? [unit, whole] : [unit, whole, site],
    reporters: ["default", "./test/support/run/closing-line.ts"],
    // A browser with DuckDB in it wants a processor of its own; two at a time suit the smallest machines.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
