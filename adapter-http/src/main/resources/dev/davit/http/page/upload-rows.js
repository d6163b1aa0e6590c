// How uploads look: a panel at the lower edge, one row for each file.

import { button, el, fill, iconButton, isolated, name } from "./dom.js";
import { size } from "./format.js";
import { told } from "./notices.js";
import { remedies } from "./words.js";

const panel = () => document.getElementById("uploads");

/**
 * A row for an upload, in the panel at once. It shows the item's state whenever it is updated.
 *
 * @param actions what its buttons do: {cancel(), again(conflict)}
 */
export function rowOf(item, actions) {
  const bar = el("progress", { max: 1, value: 0, "aria-label": `Upload of ${isolated(item.file.name)}` });
  const figure = el("span", { class: "figure" });
  const detail = el("div", { class: "detail", role: "alert" });
  const close = iconButton("close", "", actions.cancel);
  const top = el("div", { class: "line" }, name(item.file.name), figure, close);
  const element = el("div", { class: "upload" }, top, bar, detail);
  const update = () => show(item, { bar, figure, detail, close, element }, actions);
  panel().append(element);
  panel().hidden = false;
  update();
  return { update, remove: () => remove(element) };
}

function remove(element) {
  const focused = element.contains(document.activeElement);
  element.remove();
  panel().hidden = panel().childElementCount === 0;
  if (focused) {
    document.querySelector("#uploads button, #main").focus();
  }
}

function show(item, parts, actions) {
  const label = item.state === "sending" || item.state === "waiting" ? "Cancel" : "Close";
  parts.close.setAttribute("aria-label", `${label}: ${isolated(item.file.name)}`);
  parts.close.title = label;
  parts.element.dataset.state = item.state;
  parts.bar.hidden = item.state === "failed";
  move(parts.bar, item);
  fill(parts.figure, figureOf(item));
  fill(parts.detail, item.state === "failed" && failed(item, actions));
}

/** While the server hands the last bytes on, nobody knows how long: the bar then has no value. */
function move(bar, item) {
  if (item.state === "sending" && item.sent === item.file.size) {
    bar.removeAttribute("value");
  } else {
    bar.value = item.sent / Math.max(1, item.file.size);
  }
}

function figureOf({ state, sent, file }) {
  if (state !== "sending") {
    return state === "waiting" ? "Waiting" : "Not uploaded";
  }
  return sent === file.size ? "Storing" : `${Math.floor((100 * sent) / file.size)} % of ${size(file.size)}`;
}

function failed(item, actions) {
  const taken = item.problem.type === "conflict" && item.target.conflicts;
  const ways = taken
    ? [button("Replace", () => actions.again("replace")), button("Keep both", () => actions.again("rename"))]
    : [remedies(item.problem), button("Try again", () => actions.again(item.conflict))];
  return [el("p", {}, reason(item.problem)), el("div", { class: "actions" }, ways)];
}

function reason(problem) {
  return problem.sessionEnded ? "You were logged out. Log in, then try again." : told(problem);
}
