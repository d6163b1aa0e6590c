// What is said to whoever comes back from a provider's page.

import { Problem, get } from "./calls.js";
import { name } from "./dom.js";
import { say, warn } from "./notices.js";
import { connectionOf, takeLanding } from "./oauth.js";
import { returned } from "./words.js";

/** Says how it ended; where one can try again, that view has said it already. */
export async function announce() {
  const landing = takeLanding();
  if (!landing) {
    return;
  }
  if (landing.error !== null) {
    if (!landing.from) {
      warn(new Problem(0, { detail: returned(landing.error) }));
    }
    return;
  }
  try {
    const { items } = await get("/api/cloud/connections");
    said(connectionOf(landing, items), landing);
  } catch (problem) {
    warn(problem);
  }
}

function said(connection, { connection: wanted, name: provider = "The account" }) {
  if (!connection) {
    say("It is connected.");
  } else if (wanted && connection.id !== wanted) {
    const other = "That is another account, so it is a connection of its own now: ";
    say(other, name(connection.account_label), ".");
  } else {
    say(provider, " is connected as ", name(connection.account_label), ".");
  }
}
