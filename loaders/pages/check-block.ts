import type { BlockLine } from "./block-line.js";
import type { Known, KnownChoice, KnownFigure } from "./known.js";
import { writeNearest } from "./nearest.js";
import type { PageProblem } from "./problem.js";

type Fault = Omit<PageProblem, "line">;

/**
 * What is wrong with a block by itself.
 * @param others names of the blocks that are there once: "dictionary"
 */
export function blockFaults(block: BlockLine, known: Known, others: readonly string[]): Fault[] {
  const { kind, id, options, stray } = block;
  if (kind === "figure") {
    const figure = known.figures.find((figure) => figure.id === id);
    return figure ? optionFaults(figure, block) : [unknownFigure(id, known)];
  }
  if (kind === "finding") {
    const ids = known.findings.map((finding) => finding.id);
    if (!ids.includes(id)) return [unknown("finding", id, ids)];
  } else if (!others.includes(kind)) {
    const names = ["figure", "finding", ...others];
    return [{ what: `there is no block "${kind}"`, mend: writeNearest(kind, names, "blocks") }];
  } else if (id) {
    return [{ what: `the block "${kind}" takes no name`, mend: `write "::: ${kind}"` }];
  }
  const more = [...Object.entries(options).map(([name, value]) => `${name}=${value}`), ...stray];
  if (!more.length) return [];
  const right = kind === "finding" ? `::: finding ${id}` : `::: ${kind}`;
  return [{ what: `only a figure has choices, and "${more.join(" ")}" is one`, mend: `write "${right}"` }];
}

function unknownFigure(id: string, known: Known): Fault {
  if (known.findings.some((finding) => finding.id === id))
    return { what: `"${id}" is a finding and no figure`, mend: `write "::: finding ${id}"` };
  return unknown(
    "figure",
    id,
    known.figures.map((figure) => figure.id),
  );
}

function unknown(kind: string, id: string, ids: string[]): Fault {
  return id
    ? { what: `there is no ${kind} "${id}"`, mend: writeNearest(id, ids, `${kind}s`) }
    : { what: `the block names no ${kind}`, mend: `write "::: ${kind} ${ids[0] ?? "…"}"` };
}

function optionFaults(figure: KnownFigure, { options, stray }: BlockLine): Fault[] {
  const choices = [...figure.choices, ...figure.given];
  const faults: Fault[] = stray.map((word) => ({
    what: `"${word}" is no choice of the figure "${figure.id}"`,
    mend: choices.length
      ? `write each choice once, as name=value with no space: ${example(choices[0]!)}`
      : `write "::: figure ${figure.id}"`,
  }));
  for (const [name, value] of Object.entries(options)) {
    const choice = choices.find((choice) => choice.name === name);
    faults.push(...(choice ? valueFaults(figure, choice, value) : [unknownChoice(figure, name, choices)]));
  }
  for (const choice of figure.given)
    if (!(choice.name in options))
      faults.push({
        what: `the figure "${figure.id}" is of one ${choice.name}, and the block names none`,
        mend: `write "::: figure ${figure.id} ${example(choice)}"`,
      });
  return faults;
}

function unknownChoice(figure: KnownFigure, name: string, choices: readonly KnownChoice[]): Fault {
  return choices.length
    ? {
        what: `the figure "${figure.id}" has no choice "${name}"`,
        mend: writeNearest(
          name,
          choices.map((choice) => choice.name),
          "choices",
        ),
      }
    : {
        what: `the figure "${figure.id}" has no choices, and "${name}" is given`,
        mend: `write "::: figure ${figure.id}"`,
      };
}

function valueFaults({ id }: KnownFigure, choice: KnownChoice, value: string): Fault[] {
  const { name, several } = choice;
  const offered = choice.values.map((offer) => offer.value);
  const asked = several ? value.split(",") : [value];
  const wrong = asked.filter((one) => !offered.includes(one));
  if (wrong.length)
    return wrong.map((one) => ({
      what: one
        ? `the figure "${id}" has no ${nounOf(name)} "${one}"`
        : `the choice "${name}" of the figure "${id}" has no value`,
      mend: writeNearest(one, offered, `values of ${name}`),
    }));
  if (new Set(asked).size < asked.length)
    return [
      {
        what: `"${name}=${value}" names a value twice`,
        mend: `write "${name}=${[...new Set(asked)].join(",")}"`,
      },
    ];
  if (several && (asked.length < several.least || asked.length > several.most))
    return [
      {
        what: `"${name}=${value}" names ${asked.length} of ${several.least} to ${several.most}`,
        mend: `write ${several.least} to ${several.most} values with commas: ${example(choice)}`,
      },
    ];
  return [];
}

/** "city" for the choice "cities". */
const nounOf = (name: string) => name.replace(/ies$/, "y");

function example({ name, values, several }: KnownChoice): string {
  const some = values.slice(0, several?.least ?? 1).map((offer) => offer.value);
  return `${name}=${some.join(",")}`;
}

/** A block of a page, where it stands. */
export interface PlacedBlock extends BlockLine {
  line: number;
}

/**
 * What is wrong among the blocks of a page: an id stands once in a page, and what several figures share is chosen once.
 * @param blocks without a fault of their own
 */
export function blocksTogether(blocks: readonly PlacedBlock[], known: Known): PageProblem[] {
  const first = new Map<string, number>();
  for (const block of blocks) if (!first.has(nameOf(block))) first.set(nameOf(block), block.line);
  const problems = [...twiceNamed(blocks, first), ...sharedIds(blocks, first)];
  const chosen = new Map<string, { value: string; line: number }>();
  for (const { kind, id, options, line } of blocks) {
    if (kind !== "figure" || first.get(`figure ${id}`) !== line) continue;
    const figure = known.figures.find((figure) => figure.id === id);
    for (const { name } of figure?.choices ?? []) {
      const value = options[name] ?? figure!.first[name] ?? "";
      const before = chosen.get(name);
      if (before === undefined) chosen.set(name, { value, line });
      else if (before.value !== value)
        problems.push({
          line,
          what: `the figures of a page share the choice "${name}", and line ${before.line} chooses ${before.value}`,
          mend: `write "::: figure ${id} ${name}=${before.value}"`,
        });
    }
  }
  return problems;
}

/** Ids that a page gives to places of its own: a block that had one would be led to in its place. */
const ofPage =
  /^(title|how-to-cite|works-cited|versions|values|data|(query|claim|ref|fn|fnref|finding|site|observablehq)-.*|fn\d+|fnref\d+|.*-title)$/;

const nameOf = ({ kind, id }: PlacedBlock) => `${kind} ${id}`.trim();

/** Blocks that stand on the page already. @param first lines by name */
function twiceNamed(blocks: readonly PlacedBlock[], first: ReadonlyMap<string, number>): PageProblem[] {
  return blocks.flatMap((block): PageProblem[] => {
    const { kind, id, line } = block;
    const before = first.get(nameOf(block))!;
    if (before === line) return [];
    const place = kind === "finding" ? `finding-${id}` : id || kind;
    return [
      {
        line,
        what: `"::: ${nameOf(block)}" stands on this page already, in line ${before}`,
        mend: `each ${kind} can stand once on a page: remove this one, or link to #${place}`,
      },
    ];
  });
}

/** Blocks of two kinds with one id, which is that of their place in the page. A finding's has a beginning of its own. */
function sharedIds(blocks: readonly PlacedBlock[], first: ReadonlyMap<string, number>): PageProblem[] {
  const places = new Map<string, PlacedBlock>();
  return blocks.flatMap((block): PageProblem[] => {
    const { kind, id, line } = block;
    if (kind === "finding" || !id || first.get(nameOf(block)) !== line) return [];
    const other = places.get(id);
    if (other)
      return [
        {
          line,
          what: `"::: ${nameOf(block)}" has the id of "::: ${nameOf(other)}" in line ${other.line}`,
          mend: "give one of them another id: a place of a page has one name",
        },
      ];
    places.set(id, block);
    return kind !== "figure" && ofPage.test(id)
      ? [{ line, what: `the page itself has a place "${id}"`, mend: `give the ${kind} another id` }]
      : [];
  });
}
