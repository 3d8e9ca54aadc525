import { spawn, type ChildProcess } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../../loaders/chromium.js";
import { descendants, isRunning } from "./processes.js";

/** Milliseconds in which whatever is waited for has come, on a machine that does much else. */
export const soon = 120_000;

/** A preview of a copy of the project, as an author has it, with a page of a browser. */
export interface Preview {
  dev: ChildProcess;
  browser: Browser;
  page: Page;
  /** Without a slash at its end. */
  url: string;
  /** What its terminal has said so far. */
  said: () => string;
  /** Waits until the page's main part holds the words, without a reload by hand; the first page takes longest. */
  shows: (words: string, within?: number) => Promise<void>;
  /** The boxes of faults in the page, each in one line. */
  boxes: () => Promise<string[]>;
  /** Ends it and everything that it started. */
  end: () => Promise<void>;
}

/** Runs `npm run dev` in a copy of the project, on a free port. */
export async function startPreview(copy: string): Promise<Preview> {
  const dev = spawn(process.execPath, ["--import", "tsx", "loaders/site/dev.ts"], {
    cwd: copy,
    env: ownEnvironment({ PORT: "0" }),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [dev.stdout, dev.stderr]) stream.on("data", (part) => (said += String(part)));
  await until(() => /http:\/\/127\.0\.0\.1:\d+/.test(said), "the preview's address");
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)![0];
  const browser = await launchChromium();
  const page = await browser.newPage();
  return {
    dev,
    browser,
    page,
    url,
    said: () => said,
    shows: (words, within) =>
      until(
        async () => (await page.locator("main").innerText({ timeout: 2000 })).includes(words),
        words,
        within,
      ),
    boxes: async () =>
      (await page.locator("main [role=alert][data-author-fault]").allInnerTexts()).map((text) =>
        text.replace(/\s*\n\s*/g, " | "),
      ),
    async end() {
      await browser.close();
      const started = dev.pid ? [dev.pid, ...descendants(dev.pid)] : [];
      dev.kill("SIGTERM");
      await until(() => !started.some(isRunning), "all that the preview started to end");
    },
  };
}

/** The environment without what the test runner sets. */
export function ownEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = { ...process.env, ...more };
  for (const name of Object.keys(own)) if (/^(VITEST|NODE_ENV|ARRIVALS_|TEST)/.test(name)) delete own[name];
  return own;
}

/** Waits until something holds. @throws with what was waited for */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  within = soon,
): Promise<void> {
  const start = performance.now();
  let last: unknown;
  while (performance.now() - start < within) {
    try {
      if (await holds()) return;
    } catch (error) {
      last = error; // The page loads again.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`waited ${within / 1000} s in vain for ${what}${last ? ` (${String(last)})` : ""}`);
}
