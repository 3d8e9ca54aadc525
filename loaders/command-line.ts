import { parseArgs } from "node:util";
import { writeNearest } from "./pages/nearest.js";

/** A command was asked for what it does not do: exit code 2. The message is a sentence for the person who typed it. */
export class UsageFault extends Error {
  override readonly name = "UsageFault";
}

/** An option of a command: whether it is there, or a value with an example of one. */
export type Option = { type: "boolean" } | { type: "string"; example: string };

/** What was typed: options by their names, and the other words. */
export interface Typed {
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, string>;
  words: string[];
}

/** True where the usage is asked for, whatever else was typed. */
export function asksForHelp(parameters: readonly string[]): boolean {
  const end = parameters.indexOf("--");
  const options = end < 0 ? parameters : parameters.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

/**
 * Reads the words after a command.
 * @param options by their names without hyphens
 * @param command as it is run, for messages: "npm run refresh"
 * @param environment default that of this process; npm writes into it what it took for itself
 * @throws UsageFault
 */
export function readCommandLine(
  parameters: readonly string[],
  options: Readonly<Record<string, Option>>,
  command: string,
  environment: NodeJS.ProcessEnv = process.env,
): Typed {
  refuseTaken(options, command, environment);
  const { tokens, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
  });
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const option = options[name];
    if (!option || !rawName.startsWith("--")) throw unknownOption(rawName, Object.keys(options));
    if (option.type === "boolean") {
      if (value !== undefined) throw new UsageFault(`${rawName} takes no value: leave "${value}" out`);
      flags.add(name);
    } else if (!value || (!inlineValue && value.startsWith("-")))
      throw new UsageFault(`${rawName} needs a value: write ${rawName} ${option.example}`);
    else values.set(name, value);
  }
  return { flags, values, words: positionals };
}

function unknownOption(rawName: string, names: readonly string[]): UsageFault {
  const known = ["help", ...names].map((name) => `--${name}`);
  return new UsageFault(`there is no option ${rawName}: ${writeNearest(rawName, known, "options")}`);
}

/** npm keeps options for itself that stand before its "--": the command would run without them. */
function refuseTaken(
  options: Readonly<Record<string, Option>>,
  command: string,
  environment: NodeJS.ProcessEnv,
): void {
  const taken = Object.keys(options).find(
    (name) => environment[`npm_config_${name.replaceAll("-", "_")}`] !== undefined,
  );
  if (taken === undefined) return;
  throw new UsageFault(
    `npm took --${taken} for itself: write two hyphens before it, ${command} -- --${taken}`,
  );
}

/** What is said of a wrong use: the sentence, the first line of the usage, and where the rest is. */
export function usageWords({ message }: UsageFault, usage: string, command: string): string {
  return `${message}\n\n${usage.slice(0, usage.indexOf("\n"))}\n${command} -- --help says more.`;
}

/**
 * Runs a command that has a usage: prints it where it is asked for, and says a wrong use and a fault on the standard error.
 * @param work throws UsageFault for a wrong use, Error in words where it cannot be done
 * @returns the exit code: 0, 1 for a fault, 2 for a wrong use
 */
export async function runCommand(
  parameters: readonly string[],
  usage: string,
  command: string,
  work: () => Promise<void>,
): Promise<number> {
  outliveReaders();
  if (asksForHelp(parameters)) {
    console.log(usage.trimEnd());
    return 0;
  }
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof UsageFault)) {
      console.error((error as Error).message);
      return 1;
    }
    console.error(usageWords(error, usage, command));
    return 2;
  }
}

/** A reader that has seen enough of the output, such as `head`, does not stop the command. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
