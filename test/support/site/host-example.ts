import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";

export const guide = readFileSync(new URL("../../../src/guide/deploy.md", import.meta.url), "utf8");

/** An example of the guide, by the heading it stands under. */
export function exampleOf(heading: string): string {
  const [, example] =
    new RegExp(`^## ${heading}\\n[^]*?^\`\`\`\\w+\\n([^]*?)^\`\`\`$`, "m").exec(guide) ?? [];
  if (!example) throw new Error(`the guide has no example for ${heading}`);
  return example;
}

export const isInstalled = (command: string) => spawnSync(command, ["-v"]).error === undefined;

export interface RunningHost {
  url: string;
  stop: () => Promise<void>;
}

/** Runs the example for nginx, as it is printed but for its port and folder. Its files go beside the folder. */
export async function runNginx(folder: string, above: string): Promise<RunningHost> {
  const port = await freePort();
  const example = exampleOf("nginx")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("/srv/arrivals/dist", folder);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${above}/temp;`,
  );
  const config = join(above, "nginx.conf");
  // Its workers may run as somebody else.
  chmodSync(above, 0o755);
  writeFileSync(
    config,
    `daemon off; pid ${above}/pid; error_log ${above}/log; events {} http { access_log off; ${places.join(" ")}\n${example}\n}`,
  );
  return run(spawn("nginx", ["-e", `${above}/log`, "-c", config], { stdio: "inherit" }), port);
}

/** Runs the example for Caddy in the same way, without a certificate. */
export async function runCaddy(folder: string, above: string): Promise<RunningHost> {
  const port = await freePort();
  const example = exampleOf("Caddy")
    .replace("arrivals.example", `http://127.0.0.1:${port}`)
    .replace("/srv/arrivals/dist", folder);
  const config = join(above, "Caddyfile");
  writeFileSync(config, `{\n\tadmin off\n}\n${example}`);
  const env = { ...process.env, HOME: above, XDG_CONFIG_HOME: above, XDG_DATA_HOME: above };
  return run(
    spawn("caddy", ["run", "--config", config, "--adapter", "caddyfile"], { stdio: "ignore", env }),
    port,
  );
}

/** Waits until the host answers. */
async function run(child: ChildProcess, port: number): Promise<RunningHost> {
  let ended = false;
  const end = new Promise<void>((resolve) =>
    child.once("exit", () => {
      ended = true;
      resolve();
    }),
  );
  const url = `http://127.0.0.1:${port}/`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (ended) throw new Error("the host ended: its configuration is no good");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const stop = () => {
    child.kill();
    return end;
  };
  return { url, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
