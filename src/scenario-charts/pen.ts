const namespace = "http://www.w3.org/2000/svg";

/** Attributes of an element, by name; what is left out is inherited from its group. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Draws into an SVG picture or a group of it, in pixels.
 *
 * Pictures of scenarios are drawn again with every move of a slider, seven at once. Drawn with Plot they took 8 ms,
 * and 54 ms on a processor a quarter as fast; their marks have their places worked out already, so that Plot's
 * scales had nothing to do. This is the part that is left: elements and attributes.
 */
export class Pen {
  private constructor(
    private readonly document: Document,
    readonly node: SVGElement,
    private readonly size: number,
  ) {}

  /**
   * An empty picture.
   * @param size of letters, in pixels
   */
  static begin(document: Document, width: number, height: number, size = 12): Pen {
    const svg = make(document, "svg", {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fill: "currentColor",
    });
    // The page's style gives a size to the picture, which a group of it may differ from.
    const group = make(document, "g", { "font-size": size, "font-variant": "tabular-nums" });
    svg.append(group);
    return new Pen(document, group, size);
  }

  /** The whole picture. */
  get picture(): Element {
    return this.node.ownerSVGElement ?? this.node.parentElement!;
  }

  /** A group whose attributes its marks share. */
  group(attributes: Attributes): Pen {
    return new Pen(this.document, this.add("g", attributes), this.size);
  }

  line(x1: number, y1: number, x2: number, y2: number, attributes?: Attributes): SVGElement {
    return this.add("line", { x1: tenth(x1), y1: tenth(y1), x2: tenth(x2), y2: tenth(y2), ...attributes });
  }

  /** A rectangle between two corners, in any order. */
  rect(x1: number, y1: number, x2: number, y2: number, attributes?: Attributes): SVGElement {
    const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
    const size = { width: tenth(Math.abs(x2 - x1)), height: tenth(Math.abs(y2 - y1)) };
    return this.add("rect", { x: tenth(x), y: tenth(y), ...size, ...attributes });
  }

  dot(cx: number, cy: number, r: number, attributes?: Attributes): SVGElement {
    return this.add("circle", { cx: tenth(cx), cy: tenth(cy), r, ...attributes });
  }

  /** A line through points. */
  path(points: readonly (readonly [number, number])[], attributes?: Attributes): SVGElement {
    return this.add("path", {
      d: `M${points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join("L")}`,
      ...attributes,
    });
  }

  /** Words whose middle line is at y; always text. */
  text(x: number, y: number, words: string, attributes?: Attributes): SVGElement {
    const made = this.add("text", { x: tenth(x), y: tenth(y + this.size * 0.34), ...attributes });
    made.textContent = words;
    return made;
  }

  private add(name: string, attributes: Attributes): SVGElement {
    const made = make(this.document, name, attributes);
    this.node.append(made);
    return made;
  }
}

function make(document: Document, name: string, attributes: Attributes): SVGElement {
  const made: SVGElement = document.createElementNS(namespace, name as "g");
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) made.setAttribute(key, String(value));
  }
  return made;
}

/** Tenths of a pixel are finer than a screen shows. */
const tenth = (value: number): number => Math.round(value * 10) / 10;
