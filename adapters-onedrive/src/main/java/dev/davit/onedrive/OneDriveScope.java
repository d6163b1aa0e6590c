package dev.davit.onedrive;

/**
 * How much of a user's OneDrive is asked for (Microsoft Graph permissions reference, delegated
 * "Files" permissions).
 */
public enum OneDriveScope {
  /** The user's files and those that others share with the user, to read and to write. */
  FULL("Files.ReadWrite.All"),

  /** The user's own files, to read and to write; what others share can't be reached. */
  OWN("Files.ReadWrite"),

  /** The user's files and those that others share with the user, to read only. */
  READ_ONLY("Files.Read.All"),

  /** A folder of the application's own, which is the root that is shown. */
  APP_FOLDER("Files.ReadWrite.AppFolder");

  private final String scope;

  OneDriveScope(String scope) {
    this.scope = scope;
  }

  /** The permission as Microsoft names it, without the address of Graph before it. */
  public String scope() {
    return scope;
  }
}
