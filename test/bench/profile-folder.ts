import { chromium, type BrowserContext } from "playwright-core";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../../loaders/chromium.js";

/**
 * Runs with a browser that keeps its cache on disk, as a reader's does: contexts of a test keep theirs in memory, where
 * the database is too large to be kept.
 */
export async function withProfile<Value>(use: (context: BrowserContext) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-profile-"));
  const { executablePath, env } = await findChromium();
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    ...(env && { env }),
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
