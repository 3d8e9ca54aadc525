import { inflateSync } from "node:zlib";

/** A run of words on a sheet. */
export interface PrintedWords {
  text: string;
  /** Points from the sheet's left and upper edges to where the run begins, on its baseline. */
  x: number;
  y: number;
  /** Points. */
  size: number;
  /** Red, green and blue, each from 0 to 255. */
  colour: [number, number, number];
}

/** A sheet of a PDF. */
export interface Sheet {
  /** Points. */
  width: number;
  height: number;
  words: PrintedWords[];
}

/**
 * The sheets of a PDF that Chromium printed, with all words on them. It reads what Chromium and `npm run pdf` write and no
 * other PDF: objects in plain sight, compressed streams, fonts with a table of their characters.
 */
export function readPdf(pdf: Buffer): Sheet[] {
  const objects = new Map<string, { text: string; stream: string }>();
  const file = pdf.toString("latin1");
  for (const [, id, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)\nendobj/g)) {
    const [, head = "", packed] = /^([\s\S]*?)stream\r?\n([\s\S]*)\r?\nendstream/.exec(body!) ?? [];
    objects.set(id!, {
      text: packed === undefined ? body! : head,
      stream: packed === undefined ? "" : unpacked(Buffer.from(packed, "latin1")),
    });
  }
  const pages = [...objects.values()].filter(({ text }) => /\/Type \/Page\b(?!s)/.test(text));
  return pages.map(({ text }) => {
    const [, width, height] = /\/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]/.exec(text)!;
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name, id] of (/\/Font <<([\s\S]*?)>>/.exec(text)?.[1] ?? "").matchAll(
      /\/(F\d+) (\d+) 0 R/g,
    )) {
      const letters = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!.text)?.[1];
      fonts.set(name!, charactersOf(objects.get(letters ?? "")?.stream ?? ""));
    }
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(text)![1]!)!.stream;
    return {
      width: Number(width),
      height: Number(height),
      words: wordsOf(content, fonts, Number(height)),
    };
  });
}

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    // A picture, or a font: no words.
    return "";
  }
}

/** The characters of a font by the number of their shape, four digits of hex. */
function charactersOf(table: string): Map<string, string> {
  const characters = new Map<string, string>();
  const of = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, lines] of table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, shape, hex] of lines!.matchAll(/<(\w+)> <(\w+)>/g)) characters.set(shape!, of(hex!));
  for (const [, lines] of table.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from, to, hex] of lines!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let shape = parseInt(from!, 16), i = 0; shape <= parseInt(to!, 16); shape++, i++) {
        const character = (parseInt(hex!, 16) + i).toString(16).padStart(4, "0");
        characters.set(shape.toString(16).padStart(4, "0").toUpperCase(), of(character));
      }
  return characters;
}

/** As PDF has them: x becomes ax + cy + e, y becomes bx + dy + f. */
type Place = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

function wordsOf(
  content: string,
  fonts: ReadonlyMap<string, Map<string, string>>,
  height: number,
): PrintedWords[] {
  const found: PrintedWords[] = [];
  let place: Place = [1, 0, 0, 1, 0, 0];
  const kept: Place[] = [];
  let operands: string[] = [];
  let letters = new Map<string, string>();
  let size = 0;
  let colour: PrintedWords["colour"] = [0, 0, 0];
  const keptColours: PrintedWords["colour"][] = [];
  let run: PrintedWords | null = null;
  const within = ([a, b, c, d, e, f]: Place): Place => [
    place[0] * a + place[2] * b,
    place[1] * a + place[3] * b,
    place[0] * c + place[2] * d,
    place[1] * c + place[3] * d,
    place[0] * e + place[2] * f + place[4],
    place[1] * e + place[3] * f + place[5],
  ];
  const numbers = () => operands.map(Number) as unknown as Place;
  const operators: Record<string, () => void> = {
    q() {
      kept.push(place);
      keptColours.push(colour);
    },
    Q() {
      place = kept.pop()!;
      colour = keptColours.pop()!;
    },
    rg: () => (colour = operands.map((part) => Math.round(Number(part) * 255)) as PrintedWords["colour"]),
    cm: () => (place = within(numbers())),
    Tf() {
      letters = fonts.get(operands[0]!.slice(1))!;
      size = Number(operands[1]);
    },
    Tm() {
      const [, , c, d, x, y] = within(numbers());
      run = { text: "", x, y: height - y, size: Math.hypot(c, d) * size, colour };
    },
    Tj() {
      const shapes = operands.join("").match(/[0-9A-F]{4}/gi) ?? [];
      run!.text += shapes.map((shape) => letters.get(shape.toUpperCase()) ?? "").join("");
    },
    ET() {
      if (run?.text.trim()) found.push(run);
      run = null;
    },
  };
  operators["TJ"] = operators["Tj"]!;
  for (const [token] of content.matchAll(/<[0-9A-Fa-f]*>|\/\w+|[-+.\d]+|[A-Za-z*'"]+/g)) {
    if (/^[</\-+.\d]/.test(token)) operands.push(token);
    else {
      operators[token]?.();
      operands = [];
    }
  }
  return found;
}
