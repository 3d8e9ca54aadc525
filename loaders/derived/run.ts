import { readCommandLine, runCommand, UsageFault } from "../command-line.js";
import { dataFolder } from "../package.js";
import { deriveTables } from "./derive.js";

const usage = `npm run derive

Makes the tables anew that are worked out from snapshots and lists of codes, where something they are made of has changed.
npm run refresh does so by itself; run it after you have edited country_codes.csv or city_codes.csv. A correction is written in by npm run refresh.
  --help, -h   prints this; there is no other option, and by default every such table is looked at
Ends with 0 where every table is up to date or was made anew, 1 where one cannot be made, 2 for a wrong use.

Example: npm run derive
`;

const parameters = process.argv.slice(2);
process.exitCode = await runCommand(parameters, usage, "npm run derive", async () => {
  const { words } = readCommandLine(parameters, {}, "npm run derive");
  if (words.length > 0) throw new UsageFault(`"${words[0]}" is one word too many: all tables are looked at`);
  const made = await deriveTables(dataFolder);
  console.log(
    made.length ? `made anew: ${made.join(", ")}` : "nothing has changed: every derived table is up to date",
  );
});
