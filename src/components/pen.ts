const namespace = "http://www.w3.org/2000/svg";

/** Attributes of an element, by name; what is left out is inherited from its group. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Where a pen draws. */
export interface PenCanvas {
  document: Document;
  /** An earlier drawing of the same picture, to be gone over: it becomes the new one. */
  earlier?: Element;
}

/** What an element was given last, so that only what differs is written. */
const given = new WeakMap<Element, Attributes>();

/**
 * Draws into an SVG picture or a group of it, in pixels.
 *
 * Pictures of scenarios are drawn again with every move of a slider, six at once. Drawn with Plot they took twice as
 * long as all the rest together; their marks have their places worked out already, so that Plot's scales had nothing
 * to do. This is the part that is left, elements and attributes, and it goes over the marks of an earlier drawing
 * instead of making new ones: a dot that moves is one attribute.
 */
export class Pen {
  /** Marks of the group that this drawing has gone over or made. */
  private drawn = 0;
  private readonly groups: Pen[] = [];

  private constructor(
    private readonly document: Document,
    private readonly node: Element,
    private readonly size: number,
  ) {}

  /**
   * A picture, empty or the canvas's earlier one.
   * @param size of letters, in pixels
   */
  static begin({ document, earlier }: PenCanvas, width: number, height: number, size = 12): Pen {
    const svg = earlier ?? document.createElementNS(namespace, "svg");
    write(svg, { width, height, viewBox: `0 0 ${width} ${height}`, fill: "currentColor" });
    // The page's style gives a size to the picture, which a group of it may differ from.
    return new Pen(document, svg, size).group({ "font-size": size, "font-variant": "tabular-nums" });
  }

  /** The whole picture, without what an earlier drawing had more. */
  finish(): Element {
    this.trim();
    return this.node.parentNode as Element;
  }

  /** A group whose attributes its marks share. */
  group(attributes: Attributes = {}): Pen {
    const made = new Pen(this.document, this.mark("g", attributes), this.size);
    this.groups.push(made);
    return made;
  }

  line(x1: number, y1: number, x2: number, y2: number, attributes?: Attributes): Element {
    return this.mark("line", { x1: tenth(x1), y1: tenth(y1), x2: tenth(x2), y2: tenth(y2), ...attributes });
  }

  /** A rectangle between two corners, in any order. */
  rect(x1: number, y1: number, x2: number, y2: number, attributes?: Attributes): Element {
    const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
    const size = { width: tenth(Math.abs(x2 - x1)), height: tenth(Math.abs(y2 - y1)) };
    return this.mark("rect", { x: tenth(x), y: tenth(y), ...size, ...attributes });
  }

  dot(cx: number, cy: number, r: number, attributes?: Attributes): Element {
    return this.mark("circle", { cx: tenth(cx), cy: tenth(cy), r, ...attributes });
  }

  /** A line through points. */
  path(points: readonly (readonly [number, number])[], attributes?: Attributes): Element {
    const d = `M${points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join("L")}`;
    return this.mark("path", { d, ...attributes });
  }

  /** Words whose middle line is at y; always text. */
  text(x: number, y: number, words: string, attributes?: Attributes): Element {
    const made = this.mark("text", { x: tenth(x), y: tenth(y + this.size * 0.34), ...attributes });
    if (made.textContent !== words) made.textContent = words;
    return made;
  }

  /** The group's element, for what a pen does not do. */
  get element(): Element {
    return this.node;
  }

  /** The next mark: the earlier drawing's where it is of the same kind, else a new one in its place. */
  private mark(name: string, attributes: Attributes): Element {
    const old = this.node.childNodes[this.drawn++] as Element | undefined;
    if (old?.localName === name) {
      write(old, attributes);
      return old;
    }
    const made = this.document.createElementNS(namespace, name);
    write(made, attributes);
    if (old) old.replaceWith(made);
    else this.node.append(made);
    return made;
  }

  private trim(): void {
    while (this.node.childNodes.length > this.drawn) this.node.lastChild!.remove();
    for (const group of this.groups) group.trim();
  }
}

function write(mark: Element, attributes: Attributes): void {
  const before = given.get(mark);
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined && before?.[key] !== value) mark.setAttribute(key, String(value));
  }
  for (const key in before)
    if (before[key] !== undefined && attributes[key] === undefined) mark.removeAttribute(key);
  given.set(mark, attributes);
}

/** Tenths of a pixel are finer than a screen shows. */
const tenth = (value: number): number => Math.round(value * 10) / 10;
