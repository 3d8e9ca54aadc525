import { spawn } from "node:child_process";
import { readdirSync, rmSync, utimesSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { watch } from "chokidar";
import { createProxyServer } from "http-proxy-3";
import { readEvidence } from "../evidence.js";
import { dataFolder } from "../package.js";
import { frameworkCommand, frameworkEnvironment } from "./framework.js";
import { projectFolder, sourceRoot } from "./paths.js";
import { portFrom } from "./port.js";
import { primeCache } from "./prime-cache.js";

/**
 * `npm run dev`: Framework's preview at http://127.0.0.1:3000 (`PORT`), made whole in two ways. It also follows `data/`:
 * Framework watches pages and loaders, not the tables behind them; an edit there touches both, so that loaders run and
 * pages show it. And files that keep their names (`/data/…`, `/database/…`) are where the built site has them, which
 * the preview serves under `/_file/` alone.
 */
const port = portOrExit();
forgetLoaded();
primeCache(sourceRoot);
const previewPort = await freePort();
const preview = spawn(
  process.execPath,
  [frameworkCommand, "preview", "--host", "127.0.0.1", "--port", String(previewPort), "--no-open"],
  {
    cwd: projectFolder,
    stdio: ["ignore", "ignore", "inherit"],
    env: frameworkEnvironment({ ARRIVALS_KEEP_LAST: "true" }),
  },
);
preview.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => preview.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
process.on("exit", () => preview.kill());

const proxy = createProxyServer({ target: { host: "127.0.0.1", port: previewPort } });
proxy.on("error", (_error, _request, response) => {
  // Only while the preview starts: the browser asks again.
  if ("writeHead" in response)
    response.writeHead(503, { "Retry-After": "1", Refresh: "1" }).end("The notebook is starting.");
  else response.destroy();
});
const server = createServer((request, response) => {
  // The preview ends at an address it cannot decode.
  if (!isReadable(request.url)) return void response.writeHead(400).end("This address cannot be read.");
  if (/^\/(data|database|solver|workers)\//.test(request.url ?? ""))
    request.url = `/_file${request.url ?? ""}`;
  proxy.web(request, response);
});
server.on("upgrade", (request, socket, head) => {
  if (isReadable(request.url)) proxy.ws(request, socket, head);
  else socket.destroy();
});
server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `port ${port} is taken; choose another one: PORT=${port + 1} npm run dev`
      : error.message,
  );
  preview.kill();
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => console.error(`Arrivals at http://127.0.0.1:${port}`));

let pending: NodeJS.Timeout | undefined;
watch(dataFolder, {
  ignoreInitial: true,
  awaitWriteFinish: { stabilityThreshold: 150, pollInterval: 50 },
}).on("all", () => {
  // A spreadsheet saves in several steps.
  clearTimeout(pending);
  pending = setTimeout(dataChanged, 100);
});

function dataChanged(): void {
  try {
    readEvidence(dataFolder);
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nThe pages keep the last good data.`,
    );
    return;
  }
  forgetLoaded();
  const now = new Date();
  for (const path of filesUnder(sourceRoot))
    if (/\.(md|arrow\.ts|zip\.ts|json\.ts)$/.test(path)) utimesSync(path, now, now);
  console.error("data: changed, pages follow");
}

/** Drops what loaders made of earlier data or of the model; libraries stay. */
function forgetLoaded(): void {
  for (const name of ["data", "data.zip", "workers"])
    rmSync(join(sourceRoot, ".observablehq", "cache", name), { recursive: true, force: true });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function portOrExit(): number {
  try {
    return portFrom(process.env.PORT, 3000);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

function isReadable(address = "/"): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createTcpServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}
