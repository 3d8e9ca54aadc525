/** A picture as text to compare and to read: one element a line, numbers rounded to whole pixels, Plot's own style left out. */
export function pictureText(picture: Element): string {
  return (
    picture.outerHTML
      .replace(/<style>[^]*?<\/style>/, "")
      .replace(/ class="plot-\w+"/, "")
      .replace(/-?\d+\.\d+(?![\d.]*em)/g, (number) => String(Math.round(Number(number)) + 0))
      .replaceAll("><", ">\n<") + "\n"
  );
}
