// Logging in and registering.

import { get, post } from "./calls.js";
import { button, el, fill } from "./dom.js";
import { form } from "./form.js";
import { heading } from "./view.js";

/** The log-in form; one can switch to registering where the server has it open. */
export function loginView({ why }, { session, signal }) {
  const place = el("div", { class: "narrow panel login" });
  const state = { why, open: false };
  showLogin(place, state, session);
  place.querySelector("input").dataset.start = "";
  get("/api/auth", signal).then(
    (answer) => {
      state.open = answer.registration === "open";
      place.querySelector(".switch").hidden = !state.open;
    },
    () => {},
  );
  return place;
}

function showLogin(place, state, session) {
  const logIn = form({
    fields: [email(), password("current-password", "")],
    submit: "Log in",
    action: async (values) => enter(session, values),
  });
  const switching = other(state, "New here?", "Register", () => showRegister(place, state, session));
  const intro = state.why ?? "Log in to reach your storage.";
  fill(place, heading("Log in"), el("p", { role: "status" }, intro), logIn, switching);
}

function showRegister(place, state, session) {
  const register = form({
    fields: [email(), password("new-password", "Long is better than complicated.")],
    submit: "Register",
    action: async (values) => {
      await post("/api/auth/register", values);
      await enter(session, values);
    },
  });
  const switching = other(state, "Registered already?", "Log in", () => showLogin(place, state, session));
  fill(place, heading("Register"), el("p", {}, "An account on this server."), register, switching);
  place.querySelector("input").focus();
}

function other(state, question, text, action) {
  const element = el("p", { class: "switch" }, question, " ", button(text, action, { class: "link" }));
  element.hidden = !state.open;
  return element;
}

async function enter(session, values) {
  const answer = await post("/api/auth/login", { ...values, session: "cookie" });
  session.open({ ...answer.user, csrf_token: answer.csrf_token });
}

function email() {
  return { name: "email", label: "E-mail address", kind: "EMAIL" };
}

function password(autocomplete, help) {
  return { name: "password", label: "Password", kind: "PASSWORD", autocomplete, help };
}
