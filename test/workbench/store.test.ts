import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scenarioOf, untouched } from "../../src/scenario/document.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { Workbench } from "../../src/workbench/store.js";
import type { ModelClient } from "../../src/workers/model-client.js";
import { model } from "../support/model/real-model.js";

/** Answers nothing until it is told to. */
function silentClient() {
  const waiting: ((answer: unknown) => void)[] = [];
  const newest = () => new Promise((resolve) => waiting.push(resolve));
  const client = { newest, ask: newest, stop() {}, close() {} } as unknown as ModelClient;
  const answer = () => {
    const drawn = uncertainty(model, scenarioOf(untouched), { draws: 20 });
    for (const [place, resolve] of waiting.splice(0).entries()) resolve(place % 2 === 0 ? drawn : null);
  };
  return { client, answer };
}

describe("ranges that do not come", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are waited for some seconds, then that is said; they count when they come all the same", async () => {
    const { client, answer } = silentClient();
    const workbench = new Workbench(model, "0123abcd", client);
    workbench.ask();
    expect([workbench.waiting, workbench.trouble]).toEqual([true, ""]);
    await vi.advanceTimersByTimeAsync(6001);
    expect(workbench.waiting).toBe(false);
    expect(workbench.trouble).toMatch(/^Ranges take longer than they should/);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(workbench.trouble).toBe("");
    expect(workbench.view.uncertainty).not.toBeNull();
  });

  it("are not told as late where they came in time", async () => {
    const { client, answer } = silentClient();
    const workbench = new Workbench(model, "0123abcd", client);
    workbench.ask();
    answer();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([workbench.waiting, workbench.trouble]).toEqual([false, ""]);
  });
});
