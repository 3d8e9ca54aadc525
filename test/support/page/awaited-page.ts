import { adoptablesOf, setAsideOf, noPractices } from "../../../src/model/adoptable.js";
import { untouched, type ScenarioDocument } from "../../../src/scenario/document.js";
import { followAddress, type AddressWindow } from "../../../src/workbench/address.js";
import { followAdoption } from "../../../src/workbench/practices/adopt-address.js";
import { AwaitedRegister } from "../../../src/workbench/practices/awaited-register.js";
import type { Register } from "../../../src/workbench/practices/fetch-register.js";
import { pageData } from "../../../src/workbench/page-data.js";
import { Workbench } from "../../../src/workbench/store.js";
import { emptyPage, said } from "./page.js";
import { model, rowsOf } from "../model/real-model.js";

/** The register as the site serves it. */
export const here: Register = { ok: true, value: pageData(rowsOf, "0123abcd", {}).practices };
/** A register that did not come. */
export const missing: Register = {
  ok: false,
  faults: [{ message: "The register of practices did not arrive (503)." }],
};

/** A register that comes when the test says so, each time it is asked for. */
export function slowRegister() {
  const answers: ((register: Register) => void)[] = [];
  const ask = () => new Promise<Register>((resolve) => answers.push(resolve));
  const register = new AwaitedRegister(ask(), ask);
  return {
    register,
    asked: () => answers.length,
    async comes(answer: Register) {
      answers.at(-1)!(answer);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** The workbench at an address while the register is on its way, as `hydrate.ts` puts it together. */
export function openAwaited(hash: string, search = "") {
  const document = emptyPage();
  const [notices, adoptions] = [document.createElement("div"), document.createElement("div")];
  document.body.append(notices, adoptions);
  const { register, comes, asked } = slowRegister();
  const workbench = new Workbench({ ...model, practices: noPractices }, "0123abcd", null);
  workbench.awaitsRegister = true;
  register.subscribe(({ kind }) => {
    if (kind === "here") workbench.receive(adoptablesOf(register.all), setAsideOf(register.all));
  });
  const location = { hash, search, pathname: "/scenarios", origin: "http://site", href: "" };
  const read = (address: string) => {
    const url = new URL(address, "http://site");
    Object.assign(location, { hash: url.hash, search: url.search, href: url.href });
  };
  read(`/scenarios${search}${hash}`);
  const listeners = new Map<string, () => void>();
  const timers: (() => void)[] = [];
  const window = {
    location,
    history: { state: null, replaceState: (_: unknown, __: string, to: string) => read(to) },
    addEventListener: (type: string, listener: () => void) => listeners.set(type, listener),
    removeEventListener() {},
    setTimeout: (act: () => void) => timers.push(act),
    clearTimeout: (id: number | undefined) => id !== undefined && timers.splice(id - 1, 1, () => {}),
  } as unknown as AddressWindow;
  Object.defineProperty(document.defaultView!, "location", { value: location, configurable: true });
  followAddress(document, window, workbench, notices, register);
  followAdoption(document, window, workbench, adoptions, register);
  return {
    ...{ document, workbench, register, comes, asked },
    address: () => `${location.pathname}${location.search}${location.hash}`,
    said: () => said(document.body),
    role: () => document.querySelector(".scenario-notice > [role]")?.getAttribute("role"),
    press: (name: string) =>
      [...document.querySelectorAll("button")].find((made) => said(made) === name)!.click(),
    go(next: string) {
      location.hash = next;
      listeners.get("hashchange")!();
    },
    change(part: Partial<ScenarioDocument>) {
      workbench.change({ ...untouched, ...part }, "Mine");
      for (const act of timers.splice(0)) act();
    },
  };
}
