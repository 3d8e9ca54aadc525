import { beforeAll, describe, expect, it } from "vitest";
import { ReaderError } from "../../src/components/reader-error.js";
import { robustChoice } from "../../src/model/search/robust-choice.js";
import { scenarioOf, untouched } from "../../src/scenario/document.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { bestUseQuestion } from "../../src/workbench/find/best-use.js";
// Fetched late by the panel: it is here before the first test.
import "../../src/workbench/find/robust-answer.js";
import { Workbench } from "../../src/workbench/store.js";
import type { OnProgress } from "../../src/workers/messages.js";
import type { ModelClient } from "../../src/workers/model-client.js";
import { directClient, type DirectClient } from "../support/page/direct-client.js";
import { contextWith, emptyPage, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";

let client: DirectClient;
beforeAll(async () => {
  client = await directClient(model);
});

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};

/** The question with its answer, and the hands of a reader. */
async function found(own: ModelClient = client) {
  const document = emptyPage();
  const workbench = new Workbench(model, "0123abcd", null, untouched);
  const location = { origin: "http://site", pathname: "/scenarios", search: "" };
  Object.defineProperty(document.defaultView!, "location", { value: location, configurable: true });
  const one = bestUseQuestion(workbench, own, { ...contextWith(), document });
  document.body.append(one);
  const { Event } = document.defaultView!;
  const fire = (target: Element, type: string) =>
    target.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  const ask = async () => {
    fire(one.querySelector("form")!, "submit");
    await settled();
  };
  await ask();
  const panel = () => one.querySelector<HTMLDetailsElement>("details.robust")!;
  return {
    workbench,
    one,
    ask,
    panel,
    press: (words: string) =>
      fire(
        [...panel().querySelectorAll("button")].find((d) => said(d) === words && !d.hidden)!,
        "click",
      ),
    status: () => said(panel().querySelector("[role=status]")),
    tables: () =>
      [...panel().querySelectorAll(".robust-table")].map((table) =>
        [...table.querySelectorAll("tr")].map((line) => [...line.children].map(said)),
      ),
  };
}

describe("robustPanel(document, workbench, client)", () => {
  it("tests the plan of the answer: sentences first, then four tables with their units", async () => {
    const { panel, press, tables, status, workbench } = await found();
    expect(said(panel().querySelector("summary"))).toBe("How sure is this plan?");
    press("Test the plan");
    expect(status()).toBe("Testing the best use of €2 million a year with 300 sets of assumptions …");
    const bar = panel().querySelector("progress")!;
    expect([bar.hidden, bar.getAttribute("value"), said(panel().querySelector(".search-count"))]).toEqual([
      false,
      String(10 / 300),
      "10 of 300 draws",
    ]);
    await settled();
    expect(status()).toBe("Tested.");
    expect(bar.hidden).toBe(true);

    const options = { budget: 2e6, objective: "coverage", seed: untouched.seed } as const;
    const choice = valueOf(robustChoice(model, scenarioOf(workbench.document), options, await loadSolver()));
    const { best, near } = choice.plans[0]!.regret;
    const sentence = said(panel().querySelector(".sentence"));
    expect(sentence).toContain(
      `This plan is best in ${best} of 300 draws, and within one point of the best in ${near}.`,
    );
    expect(sentence).toMatch(/It keeps to €2 million in \d+ of 100\./);
    expect(sentence).toMatch(
      /Most worth finding out is “.+”: to know it beforehand is worth about €[\d,]+ a year\./,
    );

    const [plans, parts, overturning, findings] = tables();
    expect(plans!.map(([head]) => head)).toEqual(["Plan", "This plan", "Found most often and least regret"]);
    expect(plans![1]!.slice(1, 3)).toEqual([
      String(choice.plans[0]!.plan.reduce((sum, { initiatives }) => sum + initiatives, 0)),
      String(Math.round((choice.plans[0]!.keeps / 300) * 100)),
    ]);
    expect(parts![0]).toEqual(["City", "Dimension", "Draws, of 100", "Initiatives there", "In this plan"]);
    expect(parts!.slice(1).every(([, , draws, , own]) => Number(draws) >= 10 || Number(own) > 0)).toBe(true);
    expect(overturning!.slice(1).flatMap(([, where, other]) => [where, other])).toContainEqual(
      expect.stringMatching(
        /^(above|below|between) €[\d,]+ \(its \d+(st|nd|rd|th) percentile\)( and €.+ percentile\))?$/,
      ),
    );
    expect(findings!.at(-1)).toEqual([
      "Everything at once",
      expect.stringMatching(/^0\.0\d$/),
      expect.stringMatching(/^about €[\d,.]+( million)?$/),
    ]);
    expect(said(panel().querySelector(".how-found"))).toContain("with seed 1");
  }, 60_000);

  it("asks about the city, limits and money of the answer, and with the scenario’s seed", async () => {
    const { press } = await found();
    const go = client.hold("robustChoice");
    press("Test the plan");
    await settled();
    const { kind, args } = client.asked.at(-1)!;
    expect([kind, args[1]]).toEqual([
      "robustChoice",
      { budget: 2e6, objective: "coverage", money: "public", limits: {}, seed: untouched.seed },
    ]);
    go(new ReaderError("not needed"));
    await settled();
  });

  it("can be stopped and tried again; a change of the scenario stops it, and so does another question", async () => {
    const stopped: string[] = [];
    const never: ModelClient = {
      ...client,
      followed: ((onProgress: OnProgress) => {
        onProgress(20, 300);
        return new Promise(() => {});
      }) as unknown as ModelClient["followed"],
      stop: (kind) => void stopped.push(kind),
    };
    const { press, status, panel, workbench, ask } = await found(never);
    press("Test the plan");
    await settled();
    press("Stop");
    expect([status(), stopped]).toEqual(["Stopped.", ["robustChoice"]]);
    expect(panel().querySelector("progress")!.hidden).toBe(true);
    expect(said(panel().querySelector(".search-count"))).toBe("");

    press("Test again");
    expect(status()).toContain("Testing");
    workbench.change({ ...workbench.document, horizon: 4 }, "Years ahead");
    expect([status(), stopped.length]).toEqual(["Stopped, because the scenario was changed.", 2]);

    press("Test again");
    await ask();
    expect(stopped).toHaveLength(3);
    expect([status(), panel().open]).toEqual(["", false]);
  });

  it("says what is wrong where the test fails, and offers it again", async () => {
    const { press, panel } = await found();
    const go = client.hold("robustChoice");
    press("Test the plan");
    go(new ReaderError("the search met a fault of its own"));
    await settled();
    expect(said(panel().querySelector(".trouble"))).toBe("The search met a fault of its own.");
    expect([...panel().querySelectorAll("button")].map(said)).toContain("Try again");
  });
});
