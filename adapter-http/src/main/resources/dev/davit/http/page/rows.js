// Files and folders, or documents, as rows of a list that can change in place.

import { el, icon } from "./dom.js";

/** A list of rows by id, and what is said while it has none. */
export class Rows {
  #rows = new Map();
  #make;

  /** `make(item)` makes the row of an item, which has an id. */
  constructor(label, make, none) {
    this.#make = make;
    this.list = el("ul", { class: "rows", "aria-label": label });
    this.element = el("div", {}, this.list, none);
  }

  /** Adds items at the end; one that is there already stays where it is. */
  append(items) {
    for (const item of items.filter(({ id }) => !this.#rows.has(id))) {
      const row = this.#make(item);
      this.#rows.set(item.id, row);
      this.list.append(row);
    }
  }

  /** Puts an item in the place of another or of its former self, or else at the top. */
  put(item, instead = item.id) {
    const row = this.#make(item);
    row.dataset.fresh = "";
    const old = this.#rows.get(instead) ?? this.#rows.get(item.id);
    if (old) {
      old.replaceWith(row);
    } else {
      this.list.prepend(row);
    }
    this.#rows.delete(instead);
    this.#rows.set(item.id, row);
    return row;
  }

  /** Takes an item away; who was there is led to the next. */
  remove(id) {
    const row = this.#rows.get(id);
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    row?.remove();
    this.#rows.delete(id);
    (next?.querySelector("a, button") ?? document.querySelector("h1")).focus();
  }
}

/** A row: a drawing, what it is called, what there is to say of it, and what can be done. */
export function row(drawing, title, facts, actions) {
  return el("li", { class: "row" }, [
    icon(drawing),
    el("div", { class: "what" }, el("div", { class: "title" }, title), el("div", { class: "facts" }, facts)),
    el("div", { class: "tools" }, actions),
  ]);
}
