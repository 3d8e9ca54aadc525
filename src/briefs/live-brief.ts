import { printedAddress } from "../components/printed-address.js";
import { siteLink } from "../components/site-root.js";

/** Brings what a brief offers to life: the way to another city, and printing. */
export function startBrief(document: Document, brief: HTMLElement): void {
  const page = document.defaultView!;
  const form = brief.querySelector<HTMLFormElement>(".city-switch");
  const cities = document.querySelectorAll<HTMLOptGroupElement>("#my-city optgroup");
  if (form && cities.length)
    fillSwitch(form, cities, (id) => page.location.assign(briefAddress(id, page.location)));
  brief.querySelector("[data-print]")?.addEventListener("click", () => page.print());
  page.addEventListener("beforeprint", () => stampPaper(brief, new Date(), page.location));
}

/** The same part of another city's brief; where that city has no such part, a browser shows the brief from its top. */
function briefAddress(id: string, { hash }: Pick<Location, "hash">): string {
  return siteLink(`/cities/${id}`) + hash;
}

/** The cities of the bar, without the one whose brief is open. */
function fillSwitch(
  form: HTMLFormElement,
  cities: Iterable<HTMLOptGroupElement>,
  go: (id: string) => void,
): void {
  const select = form.querySelector("select")!;
  const button = form.querySelector("button")!;
  const open = form.closest<HTMLElement>("[data-brief]")!.dataset.brief;
  for (const group of cities) {
    const copy = group.cloneNode(true) as HTMLOptGroupElement;
    for (const option of copy.querySelectorAll("option"))
      if (option.value === open) option.remove();
      else option.selected = false;
    select.append(copy);
  }
  select.value = "";
  select.disabled = button.disabled = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (select.value) go(select.value);
    else select.focus();
  });
}

/** When and from where a brief was printed: a sheet outlives its page. */
function stampPaper(brief: HTMLElement, now: Date, address: Location): void {
  const place = brief.querySelector<HTMLElement>("[data-printed]");
  if (!place) return;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(now);
  place.textContent = `Printed on ${day} from ${printedAddress(address)}`;
}
