/** One stop of the Tab key for all points; arrows, Home and End go along them, Enter and Space choose one. */
export function pressPoints(buttons: readonly SVGElement[], onPoint: (index: number) => void): void {
  const go = (to: number) => {
    buttons.forEach((button, i) => button.setAttribute("tabindex", i === to ? "0" : "-1"));
    buttons[to]?.focus();
  };
  const last = buttons.length - 1;
  buttons.forEach((button, i) => {
    button.addEventListener("click", () => onPoint(i));
    button.addEventListener("keydown", (event) => {
      const steps: Record<string, () => void> = {
        Enter: () => onPoint(i),
        " ": () => onPoint(i),
        ArrowRight: () => go(Math.min(last, i + 1)),
        ArrowUp: () => go(Math.min(last, i + 1)),
        ArrowLeft: () => go(Math.max(0, i - 1)),
        ArrowDown: () => go(Math.max(0, i - 1)),
        Home: () => go(0),
        End: () => go(last),
      };
      const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
      if (!step) return;
      event.preventDefault();
      step();
    });
  });
}
