import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as v from "valibot";
import type { PageText } from "../pages/page-text.js";
import type { CitableWork } from "./format-citations.js";

type Say = (field: string, what: string, mend: string) => void;

const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim(), v.nonEmpty());
const name = v.union([v.looseObject({ literal: text }), v.looseObject({ family: text })]);
const parts = v.pipe(v.array(v.union([v.number(), v.string()])), v.minLength(1), v.maxLength(3));

/** A date as CSL has it, or as authors write it: 2019, "2019-05", 2019-05-03. */
const date = v.union([
  v.looseObject({ "date-parts": v.pipe(v.array(parts), v.minLength(1)) }),
  v.looseObject({ literal: text }),
  v.looseObject({ raw: text }),
  v.pipe(
    v.date(),
    v.transform((day) => writtenDate(day.toISOString().slice(0, 10))),
  ),
  v.pipe(
    text,
    v.regex(/^\d{4}(-\d{1,2}(-\d{1,2})?)?$/),
    v.transform((day) => writtenDate(day)),
  ),
]);

const writtenDate = (day: string) => ({ "date-parts": [day.split("-").map(Number)] });

const work = v.looseObject({
  id: v.pipe(text, v.regex(/^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u)),
  type: text,
  title: text,
  author: v.optional(v.array(name)),
  editor: v.optional(v.array(name)),
  issued: v.optional(date),
  accessed: v.optional(date),
});

/** Why a work cannot be cited, by the field that is not right. */
const mends: Readonly<Record<string, string>> = {
  author: 'write each author as { family: Silva, given: Ana } or { literal: "World Bank" }',
  editor: 'write each editor as { family: Silva, given: Ana } or { literal: "World Bank" }',
  issued: "write the year, 2019, or a day, 2019-05-03",
  accessed: "write the day, 2019-05-03",
};

/** The works of a report beyond the documents of the site: of its list `references`, and of a CSL-JSON file beside it. */
export function worksOf(page: PageText, root: string, say: Say): CitableWork[] {
  const seen = new Set<string>();
  const read = (given: unknown, field: string) =>
    (Array.isArray(given) ? given : [given]).flatMap((one: unknown, i): CitableWork[] => {
      const found = v.safeParse(work, one);
      if (!found.success) {
        const wrong = String(found.issues[0].path?.[0]?.key ?? "fields");
        const has = typeof one === "object" && one !== null && wrong in one;
        say(
          field,
          has
            ? `the ${wrong} of work ${i + 1} of the ${field} cannot be read`
            : `work ${i + 1} of the ${field} has no ${wrong}`,
          mends[wrong] ?? 'give each an id, a type and a title, as CSL-JSON has them: "- id: someone-2020"',
        );
        return [];
      }
      const { id } = found.output;
      // Objects have these of their own.
      if (seen.has(id) || id in {}) {
        say(field, `two works have the id "${id}"`, "give one of them another");
        return [];
      }
      seen.add(id);
      return [found.output as unknown as CitableWork];
    });
  const { references } = page.fields;
  return [
    ...(references === undefined || references === null ? [] : read(references, "references")),
    ...ofFile(page, root, say, read),
  ];
}

function ofFile(
  { fields, file }: PageText,
  root: string,
  say: Say,
  read: (given: unknown, field: string) => CitableWork[],
): CitableWork[] {
  const { bibliography } = fields;
  if (bibliography === undefined || bibliography === null) return [];
  const named = String(bibliography);
  const path = join(root, dirname(file.replace(/^src/, "")), named);
  if (!existsSync(path)) {
    say(
      "bibliography",
      `there is no file "${named}" beside the report`,
      "put it there, in the form CSL-JSON",
    );
    return [];
  }
  try {
    return read(JSON.parse(readFileSync(path, "utf8")), "bibliography");
  } catch {
    say(
      "bibliography",
      `the file "${named}" is no JSON`,
      "export it from your reference manager as CSL-JSON",
    );
    return [];
  }
}
