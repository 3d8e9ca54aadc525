import { element } from "../components/element.js";
import { ownCityLabel } from "../components/own-rows.js";
import { ownCityId, type OwnCity } from "../model/own-city.js";

/** The reader's own city in a list of cities; it is there while she has one. */
export function ownOption(document: Document): {
  option: HTMLOptionElement;
  show: (own: Pick<OwnCity, "name"> | null) => void;
} {
  const option = element(document, "option", { value: ownCityId });
  const show = (own: Pick<OwnCity, "name"> | null) => {
    option.hidden = option.disabled = own === null;
    option.textContent = own ? ownCityLabel(own) : "";
  };
  show(null);
  return { option, show };
}
