/** Why a refresh of a dataset changed nothing. */
export interface Fault {
  /** Producer and dataset: "worldbank/population". */
  source: string;
  address: string;
  /** What the contract says. */
  expected: string;
  /** What came in its place. */
  came: string;
  /** What to do. */
  mend: string;
  /** True where the host was not reached: other sources may fail for the same reason. */
  unreached?: true;
  /** True where the source was never fetched: no snapshot of it stays. */
  isFirst?: true;
  /** Id of the correction that does not fit what came. */
  correction?: string;
}

/** An answer that cannot be used, or none. What was fetched before stays. */
export class RefreshFault extends Error {
  override readonly name = "RefreshFault";
  /** True where no whole answer came, so that those which did are good. */
  isOfTransport = false;
  /** Seconds that the producer wants to be left alone for; null where it does not say. */
  waitSeconds: number | null = null;

  constructor(
    readonly fault: Omit<Fault, "source">,
    /** True where the same question may be answered better in a while. */
    public passing = false,
    options?: ErrorOptions,
  ) {
    super(`expected ${fault.expected}; ${fault.came}`, options);
  }
}

/** Nothing changed since the address was asked for last. */
export class NotModified extends Error {
  override readonly name = "NotModified";
  constructor(readonly address: string) {
    super(`${address} did not change`);
  }
}

/** The producer prepares the answer: the same question is answered later. */
export class NotReady extends RefreshFault {}
/** The answer would be too large: it comes in parts. */
export class TooBig extends RefreshFault {}

/** "worldbank/population, https://…: expected …; a web page came in its place. The last good snapshot stays. Try again later." */
export function faultLine({ source, address, expected, came, mend, isFirst }: Fault): string {
  const stays = isFirst ? "There is no snapshot of it yet." : "The last good snapshot stays.";
  return `${source}${address && `, ${address}`}: expected ${expected}; ${came}. ${stays} ${mend}`;
}
