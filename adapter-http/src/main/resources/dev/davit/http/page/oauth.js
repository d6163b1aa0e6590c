// Leaving for a provider's own page of consent, and coming back from there.

import { Problem, get, query } from "./calls.js";
import { button, el } from "./dom.js";
import { told } from "./notices.js";
import { before } from "./router.js";
import { returned } from "./words.js";

const KEY = "davit.oauth";
const PLACE = /^#\/[A-Za-z0-9_/-]*$/;
const ASKING = /^#\/(connect\/|connections\/[^/]+\/reconnect$)/;

/**
 * What leads to the provider's page: some words, and a button.
 *
 * @param connection the connection to renew; null for a new one
 * @param submit the text of the button
 */
export function consent(provider, connection, submit) {
  const state = el("p", { role: "status" });
  const failed = el("p", { class: "error", role: "alert" });
  const leaving = button(submit, () => leave(provider, connection, { leaving, state, failed }), {
    class: "primary",
    data: { start: "" },
  });
  const there = `You allow the access on a page of ${provider.name}, and come back here.`;
  const cancel = el("a", { class: "button", href: "#/" }, "Cancel");
  return el("div", { class: "stack" }, [
    el("p", {}, there),
    el("p", { class: "actions" }, leaving, cancel),
    state,
    failed,
  ]);
}

async function leave(provider, connection, { leaving, state, failed }) {
  if (leaving.ariaBusy === "true") {
    return;
  }
  leaving.ariaBusy = "true";
  failed.textContent = "";
  state.textContent = `Going to ${provider.name} …`;
  try {
    const mine = (await get("/api/cloud/connections")).items.map(({ id }) => id);
    const path = `/api/cloud/oauth/initiate/${provider.id}`;
    const { authorization_url: page } = await get(query(path, { connection_id: connection?.id }));
    checkHere(page);
    keep({ name: provider.name, connection: connection?.id, mine, from: location.hash, back: backTo() });
    location.assign(webAddress(page));
  } catch (problem) {
    leaving.ariaBusy = "false";
    state.textContent = "";
    failed.textContent = told(problem);
  }
}

/** Where one was before one was asked; the start, if one was nowhere else. */
function backTo() {
  const place = before();
  return PLACE.test(place) && !ASKING.test(place) ? place : "#/";
}

function webAddress(text) {
  if (!["https:", "http:"].includes(new URL(text).protocol)) {
    throw new TypeError("not a web address");
  }
  return text;
}

/** One comes back to the server's own name only, and what binds one to it is under that name. */
function checkHere(page) {
  const home = new URL(new URL(page).searchParams.get("redirect_uri") ?? location.href).origin;
  if (home !== location.origin) {
    throw new Problem(0, { detail: `Open this page at ${home} and connect there: this server comes back to that address only.` });
  }
}

/** Only this tab sees it, so that two tabs can be at it at once. */
function keep(flow) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(flow));
  } catch {
    forgetFlow();
  }
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** Forgets where one was. */
export function forgetFlow() {
  sessionStorage.removeItem(KEY);
}

let landing = null;
let refusal = null;

/**
 * Notes how it ended, if one comes back just now, and goes to where one was, or else to where one
 * can try again. Only ever to a place of this page.
 */
export function land() {
  const answer = new URLSearchParams(location.search);
  const [connected, error] = [answer.get("cloud_connected"), answer.get("cloud_error")];
  if (connected === null && error === null) {
    return;
  }
  const flow = kept();
  forgetFlow();
  landing = { ...flow, connected, error };
  const place = error === null ? flow.back : flow.from;
  history.replaceState(null, "", `/${PLACE.test(place ?? "") ? place : "#/"}`);
  refusal = error !== null && ASKING.test(flow.from ?? "") ? error : null;
}

/** Takes what is to be told to whoever has just come back; null if that is nothing. */
export function takeLanding() {
  const taken = landing;
  landing = null;
  return taken;
}

/** Why it did not work, in the place where one can try again; null if nothing was tried. */
export function whyRefused() {
  if (refusal === null) {
    return null;
  }
  const words = el("p", {}, returned(refusal));
  refusal = null;
  return el("div", { class: "panel failure", role: "alert" }, words);
}

/** The connection that came of it, as far as that can be told; null if it can't. */
export function connectionOf({ connected, connection, mine = [] }, connections) {
  const there = connections.filter((c) => c.provider === connected);
  const fresh = there.filter((c) => !mine.includes(c.id));
  return fresh.at(-1) ?? there.find((c) => c.id === connection) ?? (there.length === 1 ? there[0] : null);
}
