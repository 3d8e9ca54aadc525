// Loaded before a command that is measured: tells at its end how much memory it held at most, in KiB.
import process from "node:process";

process.once("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS} KiB\n`));
