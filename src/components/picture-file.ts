/** A picture that stands alone: title above, source below, colours in place of the page's variables. */
export interface PictureFile {
  text: string;
  /** Size in CSS pixels. */
  width: number;
  height: number;
}

const svgNamespace = "http://www.w3.org/2000/svg";
const margin = 16;

/**
 * The figure's picture as an SVG file of its own.
 * @throws when the figure has no picture in view
 */
export function standaloneSvg(frame: HTMLElement, title: string, source: string): PictureFile {
  const shown = [...frame.querySelectorAll<SVGSVGElement>(".picture svg")].find(
    (svg) => svg.clientWidth > 0 && !svg.closest("[aria-hidden]"),
  );
  if (!shown) throw new Error("this figure has no picture in view to save");
  const { document } = { document: frame.ownerDocument };
  const [, , boxWidth = shown.clientWidth, boxHeight = shown.clientHeight] = (
    shown.getAttribute("viewBox") ?? ""
  )
    .split(/[\s,]+/)
    .map(Number);
  const lines = wrap(title, Math.floor(boxWidth / 8.5));
  const sourceLines = wrap(`Source: ${source}. Arrivals.`, Math.floor(boxWidth / 5.6));
  const top = margin + lines.length * 22 + 8;
  const width = boxWidth + 2 * margin;
  const height = top + boxHeight + sourceLines.length * 14 + 2 * margin;
  const style = getComputedStyle(document.documentElement);
  const file = document.createElementNS(svgNamespace, "svg");
  file.setAttribute("xmlns", svgNamespace);
  file.setAttribute("viewBox", `0 0 ${width} ${height}`);
  file.setAttribute("width", String(width));
  file.setAttribute("height", String(height));
  file.setAttribute("font-family", "system-ui, Liberation Sans, Arial, sans-serif");
  const add = (name: string, attributes: Record<string, string | number>, text = "") => {
    const child = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, String(value));
    child.textContent = text;
    file.append(child);
    return child;
  };
  add("title", {}, title);
  add("desc", {}, shown.getAttribute("aria-label") ?? "");
  add("rect", { width, height, fill: style.getPropertyValue("--ground").trim() });
  lines.forEach((line, i) =>
    add(
      "text",
      {
        x: margin,
        y: margin + 16 + i * 22,
        "font-size": 18,
        "font-family": "Georgia, serif",
        "font-weight": 600,
        fill: style.getPropertyValue("--ink").trim(),
      },
      line,
    ),
  );
  const copy = shown.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("x", String(margin));
  copy.setAttribute("y", String(top));
  copy.setAttribute("width", String(boxWidth));
  copy.setAttribute("height", String(boxHeight));
  copy.setAttribute("font-size", "12");
  copy.setAttribute("color", style.getPropertyValue("--ink").trim());
  file.append(copy);
  sourceLines.forEach((line, i) =>
    add(
      "text",
      {
        x: margin,
        y: height - margin - (sourceLines.length - 1 - i) * 14,
        "font-size": 11,
        fill: style.getPropertyValue("--soft").trim(),
      },
      line,
    ),
  );
  const markup = new XMLSerializer().serializeToString(file);
  return {
    text: markup.replace(
      /var\((--[\w-]+)\)/g,
      (_, name: string) => style.getPropertyValue(name).trim() || "currentColor",
    ),
    width,
    height,
  };
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
          blob ? resolve(blob) : reject(new Error("the browser could not make a PNG of this picture")),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Breaks a text into lines of at most so many letters, between words. */
function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
