import { build } from "esbuild";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { projectFolder } from "../../../loaders/site/paths.js";
import { contentSecurityPolicy } from "../../../loaders/site/finish.js";
import { pageData } from "../../../src/workbench/page-data.js";
import { rowsOf } from "../model/real-model.js";

/** A page that a test serves to itself, under the policy of the site. */
export interface TestPage {
  url: string;
  close: () => Promise<void>;
}

/** Serves the page of `saved-page.ts` on this machine alone. */
export async function serveSavedPage(): Promise<TestPage> {
  const bundled = await build({
    entryPoints: [join(projectFolder, "test/support/browser/saved-page.ts")],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    outdir: "out",
    logLevel: "error",
  });
  const styles = await build({
    stdin: {
      contents: [
        "style",
        "workbench/workbench",
        "scenario-charts/scenario-charts",
        "workbench/saved/saved",
        "workbench/brief/brief",
      ]
        .map((name) => `@import "./src/${name}.css";`)
        .join("\n"),
      loader: "css",
      resolveDir: projectFolder,
    },
    bundle: true,
    write: false,
    outdir: "out",
    logLevel: "error",
  });
  const sources = Object.fromEntries(
    rowsOf("sources").map((row) => [
      String(row["source_id"]),
      [String(row["title"]), `${String(row["authors"] ?? row["publisher"])}: ${String(row["title"])}`] as [
        string,
        string,
      ],
    ]),
  );
  const data = JSON.stringify(pageData(rowsOf, "0123abcd", sources));
  const attribute = data.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>What if?</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script></head>
<body><main id="observablehq-center"><h1>What if?</h1><div class="workbench" data-workbench><div hidden data-model="${attribute}"></div></div></main></body></html>`;
  const files = new Map([
    ["/", ["text/html", html]],
    ["/page.js", ["text/javascript", bundled.outputFiles[0]!.text]],
    ["/page.css", ["text/css", styles.outputFiles[0]!.text]],
  ]);
  const server: Server = createServer((request, response) => {
    const found = files.get(new URL(request.url!, "http://127.0.0.1").pathname);
    response.writeHead(found ? 200 : 404, {
      "content-type": `${found?.[0] ?? "text/plain"}; charset=utf-8`,
      "content-security-policy": contentSecurityPolicy([]),
    });
    response.end(found?.[1] ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
