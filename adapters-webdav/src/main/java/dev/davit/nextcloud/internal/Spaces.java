package dev.davit.nextcloud.internal;

import dev.davit.ports.SecretFields;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Space;

/** The trees of a Nextcloud's WebDAV. */
public final class Spaces {
  /** The field of a stored credential that has the user's id. */
  public static final String USER_ID = "user_id";

  private static final String ROOT = "remote.php/dav/";

  /** What is above all trees; searches go there. */
  static final Space ALL = (base, fields) -> base.withPath(base.path() + ROOT);

  /** The user's files. */
  static final Space FILES = of("files/");

  /** The user's uploads on their way. */
  static final Space UPLOADS = of("uploads/");

  private Spaces() {}

  private static Space of(String tree) {
    return (base, fields) -> base.withPath(base.path() + ROOT + tree + user(fields).encoded());
  }

  /** Where the user's files are, from above all trees. */
  static DavPath files(SecretFields fields) {
    DavPath user = user(fields);
    return DavPath.ROOT
        .child("files", true)
        .flatMap(files -> files.child(user.name(), true))
        .orElseThrow();
  }

  private static DavPath user(SecretFields fields) {
    return DavPath.ROOT
        .child(fields.require(USER_ID), true)
        .orElseThrow(() -> new IllegalArgumentException("not a Nextcloud's user id"));
  }
}
