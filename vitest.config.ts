import { defineConfig } from "vitest/config";

const inBrowser = "test/browser/**/*.test.ts";

/** Tests that need no built site and no browser. */
const unit = {
  extends: true as const,
  test: {
    name: "unit",
    include: ["test/**/*.test.ts"],
    exclude: [inBrowser],
    // A test that checks nothing passes whatever happens: it fails instead, or is skipped by name. Those in a browser
    // may wait for what they want to see, and fail when it does not come.
    expect: { requireAssertions: true },
  },
};

/** Tests of the built site, and of parts in a browser. The site is built and served once, before them all. */
const site = {
  extends: true as const,
  test: {
    name: "site",
    include: [inBrowser],
    globalSetup: "test/support/run/site-setup.ts",
    // Some open the database a dozen times; a full machine takes its time.
    testTimeout: 90_000,
  },
};

export default defineConfig({
  test: {
    projects: process.env.ARRIVALS_NO_SITE === "1" ? [unit] : [unit, site],
    reporters: ["default", "./test/support/run/closing-line.ts"],
    // A browser with DuckDB in it wants a processor of its own; two at a time suit the smallest machines.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
