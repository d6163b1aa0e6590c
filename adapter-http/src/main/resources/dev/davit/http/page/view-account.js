// The user's own account.

import { post } from "./calls.js";
import { button, el, name } from "./dom.js";
import { form } from "./form.js";
import { time } from "./format.js";
import { say } from "./notices.js";
import { heading } from "./view.js";

/** Who is logged in, a new password, and logging out. */
export function accountView(_, { session }) {
  const { email, role, created_at: since } = session.user;
  const admin = role === "ADMIN" && fact("This account", "Looks after users, and has no storage");
  const facts = el("dl", {}, fact("E-mail address", name(email)), admin, fact("Since", time(since)));
  const out = button("Log out", session.logOut);
  const change = [el("h2", {}, "Change the password"), password(session)];
  return el("div", { class: "narrow" }, heading("Account"), facts, out, change);
}

function fact(term, value) {
  return [el("dt", {}, term), el("dd", {}, value)];
}

function password(session) {
  const kind = "PASSWORD";
  const old = { name: "old_password", label: "Present password", kind, autocomplete: "current-password" };
  const help = "Wherever else you are logged in, you are logged out.";
  const fresh = { name: "new_password", label: "New password", kind, help };
  const whose = { type: "text", autocomplete: "username", value: session.user.email, hidden: true };
  const body = form({
    fields: [old, fresh],
    submit: "Change it",
    action: async (values) => {
      const answer = await post("/api/auth/password", values);
      session.open({ ...answer.user, csrf_token: answer.csrf_token });
      say("Your password is changed.");
    },
  });
  body.prepend(el("input", whose));
  return body;
}
