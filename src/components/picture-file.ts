import type { FrameContext } from "./frame-context.js";
import { countedSentence } from "./counted-in.js";
import { ownWords, sourcesBehind } from "./figure-caption.js";
import { flagMark, flagMeaningsOf } from "./format.js";
import { ReaderError } from "./reader-error.js";
import type { ShownFigure } from "./shown-figure.js";
import { sourceText } from "./source-text.js";
import { widthIn, type Lettering } from "./text-width.js";
import { wrapAll } from "./wrap-words.js";

/** A picture that stands alone: what the page says around it stands in it, with colours in place of variables. */
export interface PictureFile {
  text: string;
  /** Size in CSS pixels. */
  width: number;
  height: number;
}

/** What a picture file tells of a figure. */
type Saved = Pick<
  ShownFigure,
  "title" | "key" | "unit" | "words" | "caveat" | "rows" | "sources" | "sourcesOf" | "own" | "versions"
>;

const svgNamespace = "http://www.w3.org/2000/svg";
const margin = 16;
const sans = "system-ui, Liberation Sans, Arial, sans-serif";
/** Kinds of text; `line` is the height of a line, in CSS pixels. */
const heading = { size: 18, line: 22, family: "Georgia, serif", weight: 600, wide: true };
const label = { size: 12, line: 18, family: sans };
const small = { size: 11, line: 14, family: sans };

/**
 * The figure's picture as an SVG file of its own: title, key of colours, picture, and in small print all that the page
 * says under it, with source and data version.
 * @throws when the figure has no picture in view
 */
export function standaloneSvg(
  frame: HTMLElement,
  shown: Saved,
  context: Pick<FrameContext, "sourceName" | "version">,
): PictureFile {
  const inView = [...frame.querySelectorAll<SVGSVGElement>(".picture svg")].find(
    (svg) => svg.clientWidth > 0 && !svg.closest("[aria-hidden]"),
  );
  if (!inView) throw new Error("this figure has no picture in view to save");
  const document = frame.ownerDocument;
  const style = getComputedStyle(inView);
  const colour = (name: string) => style.getPropertyValue(name).trim() || "currentColor";
  const [, , boxWidth = inView.clientWidth, boxHeight = inView.clientHeight] = (
    inView.getAttribute("viewBox") ?? ""
  )
    .split(/[\s,]+/)
    .map(Number);
  const copy = inView.cloneNode(true) as SVGSVGElement;
  // What the pointer shows of the moment is no part of the picture.
  for (const tip of copy.querySelectorAll("[aria-label=tip]")) tip.remove();

  const file = document.createElementNS(svgNamespace, "svg");
  let y = margin;
  const add = (name: string, attributes: Record<string, string | number>, text = "") => {
    const child = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, String(value));
    child.textContent = text;
    file.append(child);
    return child;
  };
  const addLines = (
    text: string,
    kind: Lettering & { line: number },
    attributes: Record<string, string | number>,
  ) => {
    for (const line of wrapAll(text, boxWidth, widthIn(document, kind))) {
      add("text", { x: margin, y: y + kind.size, "font-size": kind.size, ...attributes }, line);
      y += kind.line;
    }
  };

  add("title", {}, shown.title);
  add("desc", {}, inView.getAttribute("aria-label") ?? "");
  const ground = add("rect", { fill: colour("--ground") });
  addLines(shown.title, heading, {
    "font-family": heading.family,
    "font-weight": heading.weight,
    fill: colour("--ink"),
  });
  y += 4;
  for (const line of keyLines(shown.key ?? [], boxWidth, widthIn(document, label))) {
    for (const { name, colour: fill, x } of line) {
      add("rect", { x: margin + x, y: y + 2, width: swatch, height: swatch, fill, class: "swatch" });
      add(
        "text",
        { x: margin + x + swatch + 5, y: y + label.size, "font-size": label.size, fill: colour("--ink") },
        name,
      );
    }
    y += label.line;
  }
  y += 4;
  for (const [name, value] of Object.entries({ x: margin, y, width: boxWidth, height: boxHeight }))
    copy.setAttribute(name, String(value));
  copy.setAttribute("font-size", String(label.size));
  // A label in a wider font than the page's may reach into the margin.
  copy.setAttribute("overflow", "visible");
  copy.setAttribute("color", colour("--ink"));
  file.append(copy);
  y += boxHeight + 8;
  const soft = { fill: colour("--soft") };
  for (const words of smallPrint(copy, shown, context)) if (words) addLines(words, small, soft);

  const width = boxWidth + 2 * margin;
  const height = y + margin;
  ground.setAttribute("width", String(width));
  ground.setAttribute("height", String(height));
  for (const [name, value] of Object.entries({
    xmlns: svgNamespace,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    "font-family": sans,
  }))
    file.setAttribute(name, String(value));
  return { text: asXml(new XMLSerializer().serializeToString(file), colour), width, height };
}

/** What the page says under the picture, a paragraph each, in its order; empty where there is nothing to say. */
function smallPrint(
  picture: Element,
  shown: Saved,
  context: Pick<FrameContext, "sourceName" | "version">,
): string[] {
  const unit = shown.unit ? `Unit: ${shown.unit}.` : "";
  const source = sourceText({ sources: sourcesBehind(shown), own: shown.own }, context);
  return [
    (shown.words ?? []).join(" "),
    shown.own ? ownWords(shown.own) : "",
    signWords(picture, shown.rows),
    [unit, shown.caveat].filter(Boolean).join(" "),
    countedSentence(shown.rows),
    shown.versions ? `${shown.versions}.` : "",
    `Source: ${source}. Arrivals, data version ${context.version}.`,
  ];
}

/** What the signs beside the picture's numbers mean: "† two readings, * definition differs"; empty where none is. */
function signWords(picture: Element, rows: Saved["rows"]): string {
  const texts = [...picture.querySelectorAll("text")].map((text) => text.textContent).join(" ");
  const words = [
    ["†", "two readings"],
    [flagMark({ flag: "e" }), `flagged: ${flagMeaningsOf(rows)}`],
  ]
    .filter(([sign]) => texts.includes(sign!))
    .map(([sign, meaning]) => `${sign} ${meaning}`);
  return words.length ? `${words.join(", ")}.` : "";
}

const swatch = 10;

/** The key's names side by side, as many in a line as there is room for. */
function keyLines(key: NonNullable<ShownFigure["key"]>, room: number, widthOf: (words: string) => number) {
  const lines: { name: string; colour: string; x: number }[][] = [];
  let end = Infinity;
  for (const entry of key) {
    const width = swatch + 5 + widthOf(entry.name);
    if (end + width > room) {
      lines.push([]);
      end = 0;
    }
    lines[lines.length - 1]!.push({ ...entry, x: end });
    end += width + 16;
  }
  return lines;
}

/** The markup with values in place of the page's variables, and without letters that XML forbids. */
function asXml(markup: string, value: (name: string) => string): string {
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return (
    markup
      .replace(/var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)/g, (_, name: string) => escaped(value(name)))
      // eslint-disable-next-line no-control-regex -- these are the letters meant
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "�")
  );
}

/** The picture as PNG, two pixels for each CSS pixel. */
export async function pngOf(document: Document, file: PictureFile): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([file.text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = file.width * 2;
    canvas.height = file.height * 2;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) =>
          blob ? resolve(blob) : reject(new ReaderError("the browser could not make a PNG of this picture")),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
