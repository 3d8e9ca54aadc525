import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/site-setup.ts",
    reporters: ["default", "./test/closing-line.ts"],
    // A browser with DuckDB in it wants a processor of its own; two at a time suit the smallest machines.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
