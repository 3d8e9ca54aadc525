/**
 * A figure's picture as a list shows it, small: for a phone's width, without words, names or places to press, for the
 * list says beside it what the figure shows.
 * @param figure a figure as it stands in a page, in HTML
 * @returns null for a figure that is a table
 */
export function smallPicture(figure: string, document: Document): Element | null {
  const holder = document.createElement("div");
  holder.innerHTML = figure;
  const pictures = holder.querySelectorAll(".picture svg");
  const picture = pictures[pictures.length - 1];
  if (!picture) return null;
  for (const title of picture.querySelectorAll("title, desc")) title.remove();
  for (const node of [picture, ...picture.querySelectorAll("*")])
    for (const { name } of [...node.attributes])
      if (/^(aria-.*|role|tabindex|data-.*|id)$/.test(name)) node.removeAttribute(name);
  picture.setAttribute("aria-hidden", "true");
  return picture;
}
