/**
 * Says what takes a while: on a terminal one line that counts the seconds and goes at the end, elsewhere one line that
 * stays.
 * @param words "Writing the review"
 */
export async function tellSeconds<Value>(
  words: string,
  terminal: NodeJS.WriteStream,
  work: () => Promise<Value>,
): Promise<Value> {
  if (!terminal.isTTY || process.env["TERM"] === "dumb") {
    terminal.write(`${words} …\n`);
    return work();
  }
  const begun = performance.now();
  const tell = () =>
    terminal.write(`\r${words} … ${Math.round((performance.now() - begun) / 1000)} s\u001B[K`);
  tell();
  const timer = setInterval(tell, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    terminal.write("\r\u001B[K");
  }
}
