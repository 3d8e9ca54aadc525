import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { dispatcherFor } from "../../../loaders/upstream/fetch-answer.js";
import { producers } from "../../../loaders/upstream/producers.js";
import { readArguments } from "../../../loaders/upstream/read-arguments.js";
import { refreshAll } from "../../../loaders/upstream/refresh-all.js";
import type { Outcome } from "../../../loaders/upstream/outcome.js";
import type { RefreshOptions } from "../../../loaders/upstream/refresh-dataset.js";
import { SnapshotFolder } from "../../../loaders/upstream/snapshot-folder.js";
import { snapshotContents } from "./snapshot-contents.js";
import { serveUpstream, type UpstreamServer } from "./upstream-server.js";

/** Refreshes in this process, from a server that stands for every producer, into a folder of their own. */
export class MadeRefresh {
  /** Stands from the first test on. */
  server!: UpstreamServer;
  /** Absolute path of the folder of snapshots; stands from the first test on. */
  folder = "";

  constructor(private readonly usual: Partial<RefreshOptions>) {}

  /** What a refresh is given. @param more in the place of what is usual */
  options(more: Partial<RefreshOptions> = {}): RefreshOptions {
    return {
      folder: new SnapshotFolder(this.folder),
      asking: askingWithin(400),
      since: null,
      corrections: [],
      dryRun: false,
      accept: false,
      upstream: this.server.url,
      now: () => Date.parse("2026-11-30T12:00:00Z"),
      patience: { wait: 10, tries: 3 },
      retry: { retries: 2, minTimeout: 5, maxWaitSeconds: 2 },
      ...this.usual,
      ...more,
    };
  }

  refresh(sources: string[], more: Partial<RefreshOptions> = {}): Promise<Outcome[]> {
    return refreshAll(readArguments(sources, producers), this.options(more));
  }

  /** Every snapshot and the lock, byte for byte. */
  contents(): Record<string, string> {
    return snapshotContents(this.folder);
  }

  /** The snapshots as they stand. */
  get snapshots(): SnapshotFolder {
    return new SnapshotFolder(this.folder);
  }
}

/** How producers are asked in tests. @param limit most milliseconds until the first byte, and between two parts of a body */
export function askingWithin(limit: number): RefreshOptions["asking"] {
  const limits = { connect: 2000, headers: limit, body: limit, mostBytes: 50e6 };
  return { dispatcher: dispatcherFor(limits), limits };
}

/**
 * Serves good answers for the tests of a file, and makes their folder.
 * @param lasts whether the tests share one folder; otherwise each begins with an empty one
 * @param usual options of each refresh of the file
 */
export function madeRefresh(lasts: boolean, usual: Partial<RefreshOptions> = {}): MadeRefresh {
  const made = new MadeRefresh(usual);
  const newFolder = () => {
    made.folder = mkdtempSync(join(tmpdir(), "arrivals-refresh-"));
    return () => rmSync(made.folder, { recursive: true, force: true });
  };
  beforeAll(async () => {
    made.server = await serveUpstream();
  });
  if (lasts) beforeAll(newFolder);
  else beforeEach(newFolder);
  beforeEach(() => made.server.answer());
  afterAll(() => made.server.close());
  return made;
}
