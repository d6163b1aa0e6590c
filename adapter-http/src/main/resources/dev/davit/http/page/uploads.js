// Uploads: one after another, with progress, going on while one looks around.

import { csrfHeader, noted } from "./calls.js";
import { name } from "./dom.js";
import { say } from "./notices.js";
import { rowOf } from "./upload-rows.js";

const queue = [];

/**
 * Lines files up.
 *
 * @param files what the user chose
 * @param target where to: {path(file, conflict), done(made)}
 */
export function upload(files, target) {
  for (const file of files) {
    const item = { file, target, conflict: "fail", state: "waiting", sent: 0, problem: null };
    item.row = rowOf(item, { cancel: () => cancel(item), again: (conflict) => again(item, conflict) });
    queue.push(item);
  }
  next();
}

/** Stops everything and forgets it; for logging out. */
export function stopUploads() {
  const items = queue.splice(0);
  items.forEach(cancel);
}

function next() {
  const waiting = queue.find((item) => item.state === "waiting");
  if (waiting && !queue.some((item) => item.state === "sending")) {
    send(waiting);
  }
}

function send(item) {
  const request = new XMLHttpRequest();
  item.request = request;
  item.state = "sending";
  request.upload.onprogress = (event) => progress(item, event.loaded);
  request.upload.onload = () => progress(item, item.file.size);
  request.onload = () => finish(item, request.status, request.responseText);
  request.onerror = () => finish(item, 0, "");
  request.open("POST", item.target.path(item.file, item.conflict));
  request.setRequestHeader("Content-Type", item.file.type || "application/octet-stream");
  Object.entries(csrfHeader()).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.send(item.file);
  item.row.update();
}

function progress(item, sent) {
  item.sent = Math.min(sent, item.file.size);
  item.row.update();
}

async function finish(item, status, answer) {
  if (status >= 200 && status < 300) {
    drop(item);
    say(name(item.file.name), " is uploaded.");
    item.target.done(JSON.parse(answer));
  } else {
    item.problem = await noted(status, answer).catch((problem) => problem);
    item.state = "failed";
    item.row.update();
  }
  next();
}

function again(item, conflict) {
  item.conflict = conflict;
  item.state = "waiting";
  item.sent = 0;
  item.row.update();
  next();
}

function cancel(item) {
  drop(item);
  item.request?.abort();
  next();
}

function drop(item) {
  const at = queue.indexOf(item);
  if (at >= 0) {
    queue.splice(at, 1);
  }
  item.row.remove();
}

addEventListener("beforeunload", (event) => {
  if (queue.some((item) => item.state !== "failed")) {
    event.preventDefault();
  }
});
