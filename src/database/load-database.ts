import { isOffline } from "../components/offline.js";
import { DatabaseUnavailable } from "./errors.js";

/** How long the page's own script may take, in milliseconds. */
const patience = 30_000;

/**
 * The page's database module, fetched when it is first needed.
 * @throws DatabaseUnavailable when it does not come, or another file in its place: after a new version of the site was
 * put up, a page that is still open asks for a file that is gone
 */
export async function loadDatabase(): Promise<typeof import("./open.js")> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const words = `nothing came for ${patience / 1000} seconds`;
    timer = setTimeout(() => reject(new DatabaseUnavailable("script", words)), patience);
  });
  try {
    const module = await Promise.race([import("./open.js"), late]);
    // An empty file is a module, too.
    if (typeof module.openDatabase !== "function")
      throw new DatabaseUnavailable("script", "another file came in its place");
    return module;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(isOffline() ? "offline script" : "script", "", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
