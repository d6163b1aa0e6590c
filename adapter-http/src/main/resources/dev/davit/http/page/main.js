// The page: who is logged in, and which view is shown.

import { get, onSession, post, useCsrf } from "./calls.js";
import { showBar } from "./bar.js";
import { closeDialogs } from "./dialog.js";
import { el, fill } from "./dom.js";
import { announce } from "./landing.js";
import { clearNotices, failure, warn } from "./notices.js";
import { forgetFlow, land } from "./oauth.js";
import { here, route } from "./router.js";
import { forgetAll } from "./trail.js";
import { stopUploads } from "./uploads.js";
import { heading } from "./view.js";
import { accountView } from "./view-account.js";
import { connectionsView } from "./view-connections.js";
import { auditView } from "./view-audit.js";
import { connectView, reconnectView } from "./view-connect.js";
import { documentsView } from "./view-documents.js";
import { folderView } from "./view-folder.js";
import { loginView } from "./view-login.js";
import { purgesView, purgeView } from "./view-purge.js";
import { searchView } from "./view-search.js";
import { usersView } from "./view-users.js";

const main = document.getElementById("main");
const session = { user: null, lastUser: null, open, logOut, leave };
let leaving = new AbortController();

route("/", (_, context) => (session.user.role === "ADMIN" ? usersView : connectionsView)(_, context));
route("/connect/:provider", connectView);
route("/connections/:connection/reconnect", reconnectView);
route("/connections/:connection/folders/:folder", folderView);
route("/connections/:connection/search/:words", searchView);
route("/documents", documentsView);
route("/account", accountView);
route("/activity", auditView);
route("/deletions", purgesView);
route("/purges/:purge", purgeView, { open: true });

/** Asks who is logged in, and shows the present place or the log-in form. */
async function start() {
  try {
    open(await get("/api/users/me"));
  } catch (problem) {
    if (!problem.sessionEnded) {
      fill(main, failure(problem, start));
    }
  }
}

/** Begins, or goes on, as this user; the place in the address is kept. */
function open(user) {
  if (session.lastUser !== null && session.lastUser !== user.id) {
    stopUploads();
    forgetAll();
    forgetFlow();
  }
  session.user = user;
  session.lastUser = user.id;
  useCsrf(user.csrf_token);
  render();
  announce();
}

/** The session is over: asks to log in again, in the same place. */
function ended() {
  if (session.user) {
    session.user = null;
    render("Your session has ended. Log in to go on where you were.");
  } else if (session.lastUser === null) {
    forgetAll();
    render();
  }
}

/** Takes the token of the session that is there now; of another user, it starts anew. */
async function renew() {
  const user = await get("/api/users/me");
  if (user.id === session.lastUser) {
    useCsrf(user.csrf_token);
  } else {
    open(user);
  }
}

async function logOut() {
  try {
    await post("/api/auth/logout");
  } catch (problem) {
    if (!problem.sessionEnded) {
      warn(problem);
      return;
    }
  }
  leave("#/", "You are logged out.");
}

/** Nobody is logged in any more, and nothing of whoever was is kept here. */
function leave(path, why) {
  stopUploads();
  forgetAll();
  forgetFlow();
  session.user = null;
  session.lastUser = null;
  history.replaceState(null, "", path);
  render(why);
}

function render(why) {
  leaving.abort();
  leaving = new AbortController();
  closeDialogs();
  clearNotices(!session.user);
  showBar(session);
  const context = { signal: leaving.signal, session };
  const open = session.user || here()?.open;
  fill(main, open ? placeView(context) : loginView({ why }, context));
  (main.querySelector("[data-start]") ?? main.querySelector("h1") ?? main).focus();
  scrollTo(0, 0);
}

function placeView(context) {
  const place = here();
  return place ? place.view(place.parameters, context) : nowhere();
}

function nowhere() {
  const back = el("a", { href: "#/" }, "Go to the start");
  return [heading("There is nothing here"), el("p", {}, "The address is not one of this page. ", back)];
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", () => render());
addEventListener("pageshow", ({ persisted }) => persisted && session.user && render());
onSession({ ended, renew });
land();
start();
