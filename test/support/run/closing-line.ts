import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one line alone: "120 passed, 0 failed, 2 skipped". A file that cannot be read counts as failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length) count.failed++;
      // A suite whose setup failed skips its tests: that is a failure, not a choice.
      for (const suite of module.children.allSuites()) if (suite.errors().length) count.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") count[state]++;
      }
    }
    const skipped = count.skipped ? `, ${count.skipped} skipped` : "";
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}
