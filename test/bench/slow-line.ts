import type { CDPSession } from "playwright-core";

/** Slow 4G as Chromium's tools have it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms to an answer's first byte. */
const slow4G = {
  offline: false,
  /** Bytes a second. */
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8,
  /** Milliseconds. */
  latency: 150,
};

/** Slows the page's line to slow 4G and its main thread four times; workers keep their speed. */
export async function slowDown(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow4G);
  await slowProcessor(session, 4);
}

/** @param rate 1 for full speed, 4 for a quarter of it */
export async function slowProcessor(session: CDPSession, rate: number): Promise<void> {
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}
