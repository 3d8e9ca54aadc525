import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { htmlOf } from "../../../loaders/site/html-of.js";
import { lightenPictures } from "../../../loaders/site/lighten-pictures.js";

const names = ["R&D", "A&copy B &lt; C", `<img src=x onerror="a()">`, "'Söns' > 1", ""];

it.each(names)("htmlOf(element) keeps a name as it is, in text, attributes and pictures: %s", (name) => {
  const { document } = parseHTML("<!doctype html><body></body>");
  const frame = document.createElement("figure");
  frame.setAttribute("data-name", name);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("aria-label", name);
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  text.textContent = name;
  svg.append(text);
  frame.append(svg);

  const html = lightenPictures(htmlOf(frame));
  expect(html).not.toMatch(/<img/);
  const read = parseHTML(`<!doctype html><body>${html}</body>`).document;
  expect(read.querySelector("figure")!.getAttribute("data-name")).toBe(name);
  expect(read.querySelector("svg")!.getAttribute("aria-label") ?? "").toBe(name);
  expect(read.querySelector("text")?.textContent ?? "").toBe(name);
});
