/** Tells on a terminal how much has come, in one line that is written over; nothing elsewhere. */
export class Progress {
  private readonly shares = new Map<string, { bytes: number; all: number | null }>();
  private readonly begun = performance.now();
  private told = 0;

  /** Whether a line can be written over. */
  private readonly shows: boolean;

  constructor(private readonly terminal: NodeJS.WriteStream) {
    this.shows = terminal.isTTY && process.env["TERM"] !== "dumb";
  }

  /** Bytes of the answer that a source waits for, and how many there will be; null where nobody says. */
  tell(source: string, bytes: number, all: number | null): void {
    if (!this.shows) return;
    this.shares.set(source, { bytes, all });
    const now = performance.now();
    if (now - this.told < 100) return;
    this.told = now;
    this.terminal.write(`\r${this.line().slice(0, (this.terminal.columns || 80) - 1)}\u001B[K`);
  }

  /** Clears the line, so that another may stand there. */
  clear(): void {
    if (this.shows) this.terminal.write("\r\u001B[K");
  }

  private line(): string {
    const shares = [...this.shares.entries()];
    const told = shares.map(
      ([source, { bytes, all }]) => `${source} ${mega(bytes)}${all ? ` of ${mega(all)}` : ""}`,
    );
    const known = shares.filter(([, { all }]) => all !== null).map(([, share]) => share);
    const bytes = known.reduce((sum, share) => sum + share.bytes, 0);
    const left = known.reduce((sum, { bytes, all }) => sum + (all ?? 0) - bytes, 0);
    const seconds = bytes > 0 ? (left * (performance.now() - this.begun)) / 1000 / bytes : 0;
    return `${told.join(", ")}${seconds >= 1 ? `; about ${Math.ceil(seconds)} s left` : ""}`;
  }
}

const mega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
