// The user's own account.

import { post, remove } from "./calls.js";
import { ask } from "./dialog.js";
import { button, el, name } from "./dom.js";
import { form } from "./form.js";
import { time } from "./format.js";
import { say } from "./notices.js";
import { heading } from "./view.js";

const MEANING =
  "Documents that this application keeps for you are deleted, in your clouds too. Your clouds are disconnected; what else is in them stays. This can't be undone.";

/** Who is logged in, a new password, and logging out. */
export function accountView(_, { session }) {
  const { email, role, created_at: since } = session.user;
  const admin = role === "ADMIN" && fact("This account", "Looks after users, and has no storage");
  const facts = el("dl", {}, fact("E-mail address", name(email)), admin, fact("Since", time(since)));
  const out = button("Log out", session.logOut);
  const change = [el("h2", {}, "Change the password"), password(session)];
  const leaving = button("Delete account", () => deleteAccount(session), { class: "danger" });
  const end = [el("h2", {}, "Delete the account"), el("p", {}, MEANING), leaving];
  return el("div", { class: "narrow" }, heading("Account"), facts, out, change, end);
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

async function deleteAccount(session) {
  let purge;
  const kind = "PASSWORD";
  const done = await ask({
    title: "Delete your account?",
    text: MEANING,
    fields: [{ name: "password", label: "Password", kind, autocomplete: "current-password" }],
    submit: "Delete for good",
    danger: true,
    action: async (values) => (purge = await remove("/api/users/me", values)),
  });
  if (done) {
    session.leave(`#/purges/${purge.id}`);
  }
}
