/** A number as a page prints it, and the name of the value it must agree with. */
export interface MarkedNumber {
  /** From the comment behind the number: `1.67<!--social-->`; null where it has none. */
  name: string | null;
  text: string;
  value: number;
  /** Decimals printed: the number must agree to half of its last one. */
  decimals: number;
}

/** A worked example of a page: a quotation that begins with its name. */
export interface WorkedExample {
  name: string;
  numbers: MarkedNumber[];
  /** Names that stand behind no number: a mark that would check nothing. */
  stray: string[];
}

/** A number with thousands marks and decimals, a minus before it, and its name behind it. */
const number = /(?<![\p{L}\d.])(−?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:<!--([\w-]+)-->)?/gu;

/**
 * The worked examples of a page in Markdown: every quotation (lines that begin with ">") that opens with
 * "**Worked example: name.**". Every number in it counts, inputs and results alike.
 */
export function workedExamples(page: string): WorkedExample[] {
  return page.split(/\n(?!>)/).flatMap((block): WorkedExample[] => {
    const [opening, name] = /^>\s*\*\*Worked example: ([^*]+)\.\*\*/m.exec(block) ?? [];
    if (!opening || !name) return [];
    const text = block.slice(block.indexOf(opening) + opening.length);
    const stray = [...text.replace(number, "").matchAll(/<!--(.*?)-->/gs)].map(([, mark]) => mark!);
    const numbers = [...text.replaceAll(/<!--(?![\w-]+-->).*?-->/gs, "").matchAll(number)].map(
      ([, minus, whole, part = "", mark]): MarkedNumber => ({
        name: mark ?? null,
        text: `${minus}${whole}${part}`,
        value: Number(`${minus ? "-" : ""}${whole!.replaceAll(",", "")}${part}`),
        decimals: Math.max(0, part.length - 1),
      }),
    );
    return [{ name, numbers, stray }];
  });
}
