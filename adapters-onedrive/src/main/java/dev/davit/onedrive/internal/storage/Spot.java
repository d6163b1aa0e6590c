package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.GraphPath;

/**
 * Where an item is at Graph.
 *
 * @param path below the version of the API, encoded; begins with no slash
 */
record Spot(String path) {
  /** The user's own drive as a whole, with what others share. */
  static final Spot DRIVE = new Spot("me/drive");

  /** The top of the user's own drive, which needs no look-up. */
  static final Spot MY_DRIVE = new Spot("me/drive/root");

  /** The folder of the application's own, which Graph makes when it is first asked for. */
  static final Spot APP_FOLDER = new Spot("me/drive/special/approot");

  /** What belongs to it and is no item, such as {@code content}. */
  String part(String name) {
    return path + "/" + name;
  }

  /** What has this id in the same drive. */
  Spot inDrive(String id) {
    int items = path.indexOf("/items/");
    String drive = items < 0 ? "me/drive" : path.substring(0, items);
    return new Spot(drive + "/items/" + GraphPath.segment(id));
  }

  /** What has this name in it, whether or not there is such a thing. */
  Spot child(String name) {
    return new Spot(path + ":/" + GraphPath.segment(name) + ":");
  }
}
