// Builds elements. Text is always text: there is no way from a string to markup here.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with properties and children. A property is an attribute, except `on` (listeners by
 * event name), `data` (dataset) and whatever is true or false (a property of the element, such as
 * `disabled`). Children are nodes, texts, or lists of these; null and false are left out.
 */
export function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    set(element, name, value);
  }
  element.append(...flat(children));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined) {
    return;
  }
  if (name === "on") {
    Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
  } else if (name === "data") {
    Object.assign(element.dataset, value);
  } else if (typeof value === "boolean") {
    element[name] = value;
  } else {
    element.setAttribute(name, checked(name, String(value)));
  }
}

/** Attributes that could run code, or lead to another host, are refused, whoever asks for them. */
function checked(name, value) {
  const address = name === "href" || name === "src" || name === "action";
  if (/^(on|style$|srcdoc$)/i.test(name) || (address && !/^(#|\/[A-Za-z0-9])/.test(value))) {
    throw new TypeError(`not allowed here: ${name}`);
  }
  return value;
}

/**
 * A link to another host, in a tab of its own that knows nothing of this one. Only for addresses
 * that the user is to be sent to; whatever is no web address is refused.
 */
export function outside(address, text, properties) {
  if (!["https:", "http:"].includes(new URL(address).protocol)) {
    throw new TypeError("not a web address");
  }
  const link = el("a", { target: "_blank", rel: "noopener noreferrer", ...properties }, text);
  link.href = address;
  return link;
}

function flat(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false);
}

/** Puts children in the place of all that an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

/** A name that somebody else chose, kept from turning the text around it (bidirectional text). */
export function name(text) {
  return el("bdi", { class: "name" }, visible(text));
}

/** The same for where only plain text goes, such as labels and titles. */
export function isolated(text) {
  return `\u2068${visible(text)}\u2069`;
}

/** A name in which nothing hides: outer spaces, control characters, direction marks can be seen. */
export function visible(text) {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, "\ufffd")
    .replace(/^ +| +$/g, (spaces) => "\u2423".repeat(spaces.length));
}

const PATHS = {
  folder: "M3 6.5A1.5 1.5 0 0 1 4.5 5H9l2 2.5h8.5A1.5 1.5 0 0 1 21 9v8.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z",
  file: "M6 3.5h8l4.5 4.5v12.5h-12.5zM14 3.5v4.5h4.5",
  download: "M12 4v11m-4.5-4.5 4.5 4.5 4.5-4.5M5 19.5h14",
  upload: "M12 15.5v-11m-4.5 4.5 4.5-4.5 4.5 4.5M5 19.5h14",
  rename: "M4.5 19.5l1-4.5 10.5-10.5 3.5 3.5-10.5 10.5zM13.5 7l3.5 3.5",
  remove: "M5 7h14M9.5 7v-2.5h5v2.5M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5",
  refresh: "M19 12a7 7 0 1 1-2-5M19.5 4v4h-4",
  add: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6l-12 12",
  anchor: "M12 7.5v13M5 14c0 4 3 6.5 7 6.5s7-2.5 7-6.5M8.5 11h7M12 3.5a2 2 0 1 0 .01 0",
};

/** One of our own drawings; it says nothing to a screen reader. */
export function icon(which) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[which]);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  svg.append(path);
  return svg;
}

/** A button with a drawing and no text; the label is read out and shown on hovering. */
export function iconButton(which, label, onClick, more = {}) {
  const properties = { type: "button", class: "plain", "aria-label": label, title: label, ...more };
  return el("button", { ...properties, on: { click: onClick } }, icon(which));
}

/** A button with text. */
export function button(text, onClick, properties = {}) {
  return el("button", { type: "button", on: { click: onClick }, ...properties }, text);
}
