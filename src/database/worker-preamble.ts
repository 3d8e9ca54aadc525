/**
 * Runs in the worker before DuckDB's own script, as text: see `Engine.start`.
 *
 * DuckDB drops a WebAssembly module that cannot be compiled without a word, and whoever waits for it waits for ever:
 * thrown again, the failure reaches the page as the worker's error.
 *
 * Functions of extensions that are not built in make it fetch them from another host whatever its settings say. The
 * page's policy stops that, but DuckDB does not survive the way it fails. Here the file is not there, and DuckDB says so.
 */
export const workerPreamble = `
addEventListener("unhandledrejection", ({ reason }) => setTimeout(() => { throw reason; }));
{
  const Request = self.XMLHttpRequest;
  self.XMLHttpRequest = class extends Request {
    open(method, address, ...more) {
      this.ofExtension = String(address).endsWith(".duckdb_extension.wasm");
      super.open(method, address, ...more);
    }
    send(body) {
      if (!this.ofExtension) super.send(body);
    }
  };
}
`;
