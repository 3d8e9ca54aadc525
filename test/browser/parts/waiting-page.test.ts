import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../../loaders/chromium.js";
import { waitingPage } from "../../../loaders/site/waiting-page.js";

/** The page that waits for the preview, in front of one that takes longer than the time between two looks. */
let browser: Browser;
let server: Server;
let asked = 0;
beforeAll(async () => {
  browser = await launchChromium();
  const tag = '"waiting-1"';
  server = createServer((request, response) => {
    if (request.url !== "/") return void response.writeHead(404).end();
    asked++;
    response.setHeader("Content-Type", "text/html;charset=utf-8");
    if (asked <= 2) {
      response.writeHead(503, { ETag: tag, "Cache-Control": "no-store" });
      response.end(waitingPage({ title: "Wait", words: "It comes." }, tag));
    } else setTimeout(() => response.writeHead(200).end("<!doctype html><title>Come</title>"), 2500);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

it("gives way to a slow page, which it asks for once", async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await page.title()).toBe("Wait | Arrivals");
  await page.waitForFunction(() => document.title === "Come", undefined, { timeout: 30_000 });
  // The page itself, a look that finds no change, one that finds it, and the load.
  expect(asked).toBe(4);
}, 60_000);
