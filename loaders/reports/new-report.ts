import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import slugify from "@sindresorhus/slugify";
import { stringify } from "yaml";
import { projectFolder, sourceRoot } from "../site/paths.js";
import { isReserved } from "./report-fields.js";
import { reportTemplate } from "./report-template.js";

const usage = 'Write: npm run new-report -- "What the report finds"';

/** `npm run new-report -- "Title"`: a report that builds, as a draft. Exit codes: 0 made, 1 not made, 2 usage. */
function newReport(parameters: string[]): number {
  const read = readParameters(parameters);
  if (typeof read === "string") return refused(read, 2);
  const { title, slug: given } = read;
  if (title === "") return refused(`The report has no title. ${usage}`, 2);
  const slug = given ?? slugify(title, { decamelize: false }).slice(0, 80).replace(/-+$/, "");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return refused(
      given === undefined
        ? `The title "${title}" gives no address, for it has no letters that can stand in one. Name it: npm run new-report -- "${title}" --slug my-report`
        : `"${given}" cannot be an address: write small letters, digits and single hyphens.`,
      2,
    );
  if (isReserved(slug))
    return refused(
      `The site has another page at /reports/${slug}. Give the report another slug: --slug my-report`,
      1,
    );
  const file = join(sourceRoot, "reports", `${slug}.md`);
  if (existsSync(file))
    return refused(
      `src/reports/${slug}.md exists already, and nothing was changed. Edit it, or give the new report another slug: --slug ${slug}-2`,
      1,
    );
  try {
    mkdirSync(join(sourceRoot, "reports"), { recursive: true });
    writeFileSync(file, reportTemplate({ title: oneLine(title), author: author(), date: today() }), {
      flag: "wx",
    });
  } catch (error) {
    return refused(`src/reports/${slug}.md could not be written: ${(error as Error).message}`, 1);
  }
  console.log(`src/reports/${slug}.md is a draft that builds.
Write it with npm run dev, at /reports/${slug}; the guide is at /guide/reports.
Set "status: published" when it is to be published.`);
  return 0;
}

/** Title and slug; the words of what is wrong where they cannot be read. */
function readParameters(parameters: string[]): { title: string; slug?: string } | string {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      options: { slug: { type: "string" } },
      allowPositionals: true,
    });
    if (positionals.length > 1)
      return `The title is one text in quotes: npm run new-report -- ${JSON.stringify(positionals.join(" "))}`;
    return { title: (positionals[0] ?? "").trim(), slug: values.slug };
  } catch {
    return `${usage}, and after it --slug my-report where its address is to be another.`;
  }
}

function refused(words: string, code: number): number {
  console.error(words);
  return code;
}

/** A title's line breaks would end its field. */
const oneLine = (title: string) => stringify(title.replace(/\s+/g, " "), { lineWidth: 0 }).trim();

/** Who is known to the version control of this folder; else a name to be filled in. */
function author(): string {
  try {
    const name = execFileSync("git", ["config", "user.name"], {
      cwd: projectFolder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return stringify(name.trim() || "Name of the author", { lineWidth: 0 }).trim();
  } catch {
    return "Name of the author";
  }
}

/** The day here, as a reader's calendar has it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

process.exitCode = newReport(process.argv.slice(2));
