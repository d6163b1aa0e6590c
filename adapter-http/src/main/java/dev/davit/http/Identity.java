package dev.davit.http;

import dev.davit.Accounts.Session;

/**
 * Who calls.
 *
 * @param session the row that stands behind it
 * @param byCookie whether the page's cookie said so, and not a bearer token
 */
record Identity(Session session, boolean byCookie) {

  String userId() {
    return session.account().id().value();
  }
}
