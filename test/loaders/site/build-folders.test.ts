import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { makePreviewFolder, removeEndedPreviews } from "../../../loaders/site/build-folders.js";

it("removeEndedPreviews() tells the previews that run, and removes what the others left", () => {
  const parent = mkdtempSync(join(tmpdir(), "arrivals-folders-"));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const { remove } = makePreviewFolder(parent);
  for (const name of ["preview-999999999", "preview-0", "preview-x", "site-1"]) mkdirSync(join(parent, name));
  expect(removeEndedPreviews(parent)).toEqual([process.pid]);
  expect(readdirSync(parent).sort()).toEqual(
    [`preview-${process.pid}`, "preview-0", "preview-x", "site-1"].sort(),
  );
  remove();
  expect(removeEndedPreviews(parent)).toEqual([]);
});
