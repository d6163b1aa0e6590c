// Choosing files to upload: by a button, or by dropping them on the page.

import { Problem } from "./calls.js";
import { el, icon } from "./dom.js";
import { warn } from "./notices.js";

const FOLDER = "A whole folder can't be uploaded here. Make the folder, then drop its files into it.";

/** A button that lets one choose files. */
export function filesButton(text, chosen) {
  const input = el("input", { type: "file", multiple: true, class: "hidden", "aria-label": text });
  input.addEventListener("change", () => {
    chosen([...input.files]);
    input.value = "";
  });
  return el("label", { class: "button primary" }, input, icon("upload"), text);
}

/** Takes files that are dropped anywhere on the page, until the signal. */
export function onDrop(signal, dropped) {
  const main = document.getElementById("main");
  const mark = (over) => main.classList.toggle("over", over);
  const on = (event, action) => document.addEventListener(event, action, { signal });
  on("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files") && !document.querySelector("dialog")) {
      event.preventDefault();
      mark(true);
    }
  });
  on("dragleave", (event) => mark(event.relatedTarget !== null && main.classList.contains("over")));
  on("drop", (event) => {
    if (main.classList.contains("over")) {
      event.preventDefault();
      dropped(filesOf(event.dataTransfer));
    }
    mark(false);
  });
  signal.addEventListener("abort", () => mark(false));
}

function filesOf(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const files = items.filter((item) => !item.webkitGetAsEntry?.()?.isDirectory);
  if (files.length < items.length) {
    warn(new Problem(0, { detail: FOLDER }));
  }
  return files.map((item) => item.getAsFile());
}
