package dev.davit.emulator.google.drive;

import java.util.Set;

/** The methods of Drive v3 that there are here (reference/rest/v3). */
enum Method {
  ABOUT_GET("DriveAbout.Get", "About", DriveScopes.LOOK, ""),
  FILES_LIST(
      "DriveFiles.List",
      "FileList",
      DriveScopes.LOOK,
      "corpora driveId includeItemsFromAllDrives includeLabels includePermissionsForView orderBy"
          + " pageSize pageToken q spaces supportsAllDrives"),
  FILES_GET(
      "DriveFiles.Get",
      "File",
      DriveScopes.LOOK,
      "acknowledgeAbuse includeLabels includePermissionsForView supportsAllDrives"),
  FILES_CREATE(
      "DriveFiles.Create",
      "File",
      DriveScopes.WRITE,
      "enforceSingleParent ignoreDefaultVisibility includeLabels includePermissionsForView"
          + " keepRevisionForever ocrLanguage supportsAllDrives useContentAsIndexableText"),
  FILES_UPDATE(
      "DriveFiles.Update",
      "File",
      DriveScopes.EDIT,
      "addParents enforceSingleParent includeLabels includePermissionsForView keepRevisionForever"
          + " ocrLanguage removeParents supportsAllDrives useContentAsIndexableText"),
  FILES_COPY(
      "DriveFiles.Copy",
      "File",
      DriveScopes.WRITE,
      "enforceSingleParent ignoreDefaultVisibility includeLabels includePermissionsForView"
          + " keepRevisionForever ocrLanguage supportsAllDrives"),
  FILES_DELETE(
      "DriveFiles.Delete", "File", DriveScopes.WRITE, "enforceSingleParent supportsAllDrives"),
  FILES_EMPTY_TRASH(
      "DriveFiles.EmptyTrash", "File", DriveScopes.ALL, "driveId enforceSingleParent"),
  FILES_EXPORT("DriveFiles.Export", "File", DriveScopes.EXPORT, "mimeType"),
  FILES_GENERATE_IDS(
      "DriveFiles.GenerateIds", "GeneratedIds", DriveScopes.WRITE, "count space type"),
  DRIVES_LIST(
      "DriveDrives.List",
      "DriveList",
      DriveScopes.DRIVES,
      "pageSize pageToken q" + " useDomainAdminAccess"),
  DRIVES_GET("DriveDrives.Get", "Drive", DriveScopes.DRIVES, "useDomainAdminAccess"),
  CHANGES_START(
      "DriveChanges.GetStartPageToken",
      "StartPageToken",
      DriveScopes.LOOK,
      "driveId supportsAllDrives"),
  CHANGES_LIST(
      "DriveChanges.List",
      "ChangeList",
      DriveScopes.LOOK,
      "driveId includeCorpusRemovals includeItemsFromAllDrives includeLabels"
          + " includePermissionsForView includeRemoved pageSize pageToken restrictToMyDrive spaces"
          + " supportsAllDrives");

  private static final Set<String> COMMON =
      Set.of("alt", "fields", "key", "prettyPrint", "quotaUser", "uploadType", "$.xgafv");

  private final String rpc;
  private final String type;
  private final String scopes;
  private final String parameters;

  Method(String rpc, String type, Set<String> scopes, String parameters) {
    this.rpc = "google.apps.drive.v3." + rpc;
    this.type = type;
    this.scopes = String.join(" ", scopes);
    this.parameters = parameters;
  }

  /** The resource that it answers. */
  String type() {
    return type;
  }

  /** Whether it takes a parameter: its own, or one of all methods (guides/performance). */
  boolean takes(String parameter) {
    return COMMON.contains(parameter) || words(parameters).contains(parameter);
  }

  /**
   * Lets through who has a scope for it.
   *
   * @throws DriveError 403 insufficientPermissions
   */
  void check(Who who) {
    if (!who.hasOneOf(words(scopes))) {
      throw Refusals.scopes(rpc);
    }
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }

  /** The refusal of a token with too little. */
  DriveError refusal() {
    return Refusals.scopes(rpc);
  }
}
