import type { CDPSession } from "playwright-core";

/** A request and its answer; times in milliseconds since the page was asked for. */
export interface Transfer {
  path: string;
  startMs: number;
  firstByteMs: number | null;
  endMs: number | null;
  /** Headers and body as they came over the line. */
  bytes: number;
}

/** Bytes that came over the line, and when. */
export interface Traffic {
  /** Bytes received until then, headers included; compressed as they came. */
  bytesUntil(ms: number): number;
  /** Requests begun until then. */
  transfersUntil(ms: number): Transfer[];
}

interface Arrival {
  ms: number;
  bytes: number;
}

/** Writes down what a page receives from now on. The session's Network domain must be on. */
export function watchTraffic(session: CDPSession): Traffic {
  const transfers = new Map<string, Transfer>();
  const arrivals: Arrival[] = [];
  /** The browser's clock, in seconds, when the page was asked for. */
  let zero: number | undefined;
  const since = (timestamp: number) => (timestamp - (zero ?? timestamp)) * 1000;
  const arrive = (id: string, timestamp: number, bytes: number) => {
    const transfer = transfers.get(id);
    if (!transfer || bytes <= 0) return;
    transfer.bytes += bytes;
    arrivals.push({ ms: since(timestamp), bytes });
  };
  session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    zero ??= timestamp;
    const { pathname, protocol } = new URL(request.url);
    if (!protocol.startsWith("http")) return;
    const startMs = since(timestamp);
    transfers.set(requestId, { path: pathname, startMs, firstByteMs: null, endMs: null, bytes: 0 });
  });
  session.on("Network.responseReceived", ({ requestId, timestamp, response }) => {
    const transfer = transfers.get(requestId);
    // The event itself is late for what was preloaded: it comes when the page takes the answer.
    const { requestTime, receiveHeadersEnd } = response.timing ?? {};
    const first = requestTime && receiveHeadersEnd ? requestTime + receiveHeadersEnd / 1000 : timestamp;
    if (transfer) transfer.firstByteMs = since(first);
    arrive(requestId, first, response.encodedDataLength);
  });
  session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) =>
    arrive(requestId, timestamp, encodedDataLength),
  );
  session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (!transfer) return;
    transfer.endMs = since(timestamp);
    // The whole, of which parts may not have been told on the way.
    arrive(requestId, timestamp, encodedDataLength - transfer.bytes);
  });
  return {
    bytesUntil: (until) => arrivals.reduce((sum, { ms, bytes }) => (ms <= until ? sum + bytes : sum), 0),
    transfersUntil: (until) =>
      [...transfers.values()]
        .filter(({ startMs }) => startMs <= until)
        .map((transfer) => ({
          ...transfer,
          startMs: Math.round(transfer.startMs),
          firstByteMs: transfer.firstByteMs && Math.round(transfer.firstByteMs),
          endMs: transfer.endMs && Math.round(transfer.endMs),
        })),
  };
}
