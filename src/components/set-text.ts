/** Sets the words of an element; unchanged ones stay untouched, so that they are neither drawn nor read again. */
export function setText(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words;
}
