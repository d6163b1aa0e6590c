// Forms: fields with labels, help and errors in their place; busy while the server thinks.

import { el, fill } from "./dom.js";
import { told } from "./notices.js";

let counter = 0;

const AS_TYPED = { autocomplete: "off", spellcheck: "false", autocapitalize: "none" };
const KINDS = {
  TEXT: { ...AS_TYPED, type: "text", dir: "auto" },
  URL: { ...AS_TYPED, type: "text", inputmode: "url", dir: "ltr" },
  PASSWORD: { type: "password", autocomplete: "new-password" },
  DATE: { type: "date" },
  EMAIL: { ...AS_TYPED, type: "email", autocomplete: "username" },
};

/**
 * A form.
 *
 * @param fields each {name, label, kind, help?, value?, autocomplete?, optional?, exact?, choices?}; a
 *     kind that is not known is typed as text; exact values keep their spaces; choices are [value,
 *     text] each
 * @param submit the text of its button
 * @param action gets the values; a Problem that it throws is shown at its field, or above the button
 * @param others more buttons, beside the first
 */
export function form({ fields, submit, action, danger = false, others = [] }) {
  const rows = fields.map(row);
  const failed = el("p", { class: "error", role: "alert" });
  const main = el("button", { type: "submit", class: danger ? "danger" : "primary" }, submit);
  const buttons = el("div", { class: "actions" }, main, others);
  const body = el("form", { class: "form", autocomplete: "on" }, rows.map((r) => r.element), failed, buttons);
  body.addEventListener("submit", (event) => {
    event.preventDefault();
    if (body.ariaBusy !== "true") {
      run(body, rows, failed, action);
    }
  });
  return body;
}

function row(field) {
  const id = `field-${++counter}`;
  const input = el(field.choices ? "select" : "input", {
    id,
    name: field.name,
    ...(KINDS[field.kind] ?? KINDS.TEXT),
    ...(field.autocomplete ? { autocomplete: field.autocomplete } : {}),
    required: !field.optional,
    value: field.value,
    "aria-describedby": `${id}-help ${id}-error`,
  }, field.choices?.map(([value, text]) => el("option", { value }, text)));
  const error = el("p", { class: "error", id: `${id}-error` });
  const label = el("label", { for: id }, field.label, field.optional && el("span", {}, " (optional)"));
  const help = el("p", { class: "help", id: `${id}-help` }, field.help);
  return { field, input, error, element: el("div", { class: "field" }, label, input, help, error) };
}

async function run(body, rows, failed, action) {
  rows.forEach((r) => mark(r, ""));
  fill(failed);
  body.ariaBusy = "true";
  try {
    await action(Object.fromEntries(rows.filter(given).map((r) => [r.field.name, valueOf(r)])));
  } catch (problem) {
    show(rows, failed, problem);
  } finally {
    body.ariaBusy = "false";
  }
}

function given(r) {
  return !r.field.optional || valueOf(r) !== "";
}

function valueOf(r) {
  const exact = r.field.exact || r.field.kind === "PASSWORD";
  return exact ? r.input.value : r.input.value.trim();
}

function show(rows, failed, problem) {
  const wrong = rows.find((r) => problem.field && r.field.name === problem.field);
  if (wrong) {
    mark(wrong, told(problem));
    wrong.input.focus();
  } else {
    fill(failed, told(problem));
  }
}

function mark(r, error) {
  r.input.setAttribute("aria-invalid", String(error !== ""));
  fill(r.error, error);
}
