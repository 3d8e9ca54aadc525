import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";

/** Runs `npm run dev` where it cannot start; what it does where it can stands in `fresh-data.test.ts`. */
async function dev(port: string): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "loaders/site/dev.ts"], {
    cwd: projectFolder,
    env: { ...process.env, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += String(part)));
  const [code] = await once(child, "close");
  return { code, said };
}

describe("npm run dev that cannot start", () => {
  it("says in one line what is wrong with PORT and ends with 1", async () => {
    const { code, said } = await dev(" 3000 ");
    expect(code).toBe(1);
    expect(said).toBe('PORT is " 3000 "; give a number from 1 to 65535, or 0 for any port that is free\n');
  });

  it("says in one line that its port is taken and names another", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, said } = await dev(String(port));
    other.close();
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^port ${port} is taken; choose another one: PORT=\\d+ npm run dev\\n$`));
  });
});
