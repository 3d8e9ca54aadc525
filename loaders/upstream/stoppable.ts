/** Milliseconds in which a second signal is the first one again: npm hands a Ctrl-C on that its child had already. */
const handedOn = 1000;

/**
 * Runs what a person or the system may stop. At the first signal what runs is brought to a good end, and the process ends
 * with 130 (Ctrl-C) or 143; a second one ends it at once.
 * @param run left running while `stop` works: what it does must be harmless from then on
 * @param stop brings it to a good end, and says so
 * @param tidy is done last, however it ends
 * @returns what `run` gives, where nobody stopped it
 */
export async function stoppable<T>(
  run: () => Promise<T>,
  stop: () => Promise<void>,
  tidy: () => void,
): Promise<T> {
  let stoppedAt: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    const end = () => {
      tidy();
      process.exit(signal === "SIGINT" ? 130 : 143);
    };
    if (stoppedAt === null) {
      stoppedAt = Date.now();
      void stop().finally(end);
    } else if (Date.now() - stoppedAt > handedOn) end();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  try {
    return await run();
  } finally {
    // `end` above is then what ends the process.
    if (stoppedAt !== null) await new Promise<never>(() => {});
    tidy();
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}
