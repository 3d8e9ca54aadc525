import { describe, expect, inject, it } from "vitest";
import { isWorthCompressing, typeOf } from "../../../loaders/site/file-headers.js";
import { parseHeaderRules } from "../../../loaders/site/header-rules.js";
import { headersFile } from "../../../loaders/site/headers-file.js";
import { exampleOf } from "../../support/site/host-example.js";
import { filesOf, pagesOf } from "../../support/site/pages-of-site.js";
import { ask } from "../../support/site/small-site.js";

/** What `_headers` has for every path. */
const forAll = parseHeaderRules(headersFile(new Map(), () => "")).rules;
const framing = "frame-ancestors 'self'";
const folder = inject("siteFolder");
const siteUrl = inject("siteUrl");

describe("the built site", () => {
  it("is sent with them by serve, every page and every file, and pages with their whole policy", async () => {
    const pages = new Set(pagesOf(folder).map(({ file }) => file));
    for (const file of filesOf(folder).filter((file) => file !== "_headers")) {
      const { status, headers } = await ask(siteUrl, `/${file}`, {}, "HEAD");
      expect([file, status]).toEqual([file, 200]);
      for (const { name, value } of forAll)
        expect(headers[name.toLowerCase()], `${file} ${name}`).toBe(value);
      if (pages.has(file)) expect(headers["content-security-policy"], file).toContain(framing);
    }
  });

  it("has no file of a type that the example for nginx does not name", () => {
    const example = exampleOf("nginx");
    for (const file of filesOf(folder).filter((file) => file !== "_headers")) {
      const [type] = typeOf(file).split(";");
      const written = type!.replace(/[.+]/g, "\\$&");
      expect(example, file).toMatch(new RegExp(`^    ${written} ${file.split(".").pop()!};$`, "m"));
      if (isWorthCompressing(type!) && type !== "text/html")
        expect(example).toMatch(new RegExp(`gzip_types .*${written}`));
    }
  });
});
