import { element } from "../components/element.js";

/** A query that a reader may change. */
export interface QueryEditor {
  element: HTMLElement;
  /** What stands in it now. */
  text(): string;
  /** True while it is the query that was given. */
  asGiven(): boolean;
  /** Takes another query as the one given; what a reader has changed stays, and “Reset query” brings the new one. */
  follow(query: string): void;
}

/** Lines shown of the longest query. */
const mostLines = 24;

/**
 * A text field with a query in it, and a button that brings back the query given once it was changed.
 * @param run what Ctrl + Enter does (on a Mac Command + Enter)
 */
export function queryEditor(document: Document, query: string, run: () => void): QueryEditor {
  let given = query;
  const field = element(document, "textarea", {
    class: "sql-field",
    "aria-label": "SQL",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  });
  const reset = element(document, "button", { type: "button", class: "act", hidden: true }, "Reset query");
  const write = (text: string) => {
    field.value = text;
    told();
  };
  const told = () => {
    reset.hidden = field.value === given;
    field.rows = Math.min(mostLines, field.value.split("\n").length + 1);
  };
  field.addEventListener("input", told);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  });
  reset.addEventListener("click", () => {
    write(given);
    field.focus();
  });
  write(query);
  return {
    element: element(document, "div", { class: "sql-editor" }, field, reset),
    text: () => field.value,
    asGiven: () => field.value === given,
    follow: (next) => {
      const changed = field.value !== given;
      given = next;
      if (changed) told();
      else write(next);
    },
  };
}
