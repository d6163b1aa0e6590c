package dev.davit.emulator.google;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The scopes that are known here (developers.google.com/identity/protocols/oauth2/scopes). */
public final class Scopes {
  /** Asks for an id token. */
  public static final String OPENID = "openid";

  /** The mail address. */
  public static final String EMAIL = "https://www.googleapis.com/auth/userinfo.email";

  /** The name. */
  public static final String PROFILE = "https://www.googleapis.com/auth/userinfo.profile";

  /** All files; restricted. */
  public static final String DRIVE = "https://www.googleapis.com/auth/drive";

  /** All files, to look at; restricted. */
  public static final String DRIVE_READONLY = "https://www.googleapis.com/auth/drive.readonly";

  /** The files that the application made, or the user picked for it. */
  public static final String DRIVE_FILE = "https://www.googleapis.com/auth/drive.file";

  /** The application's own hidden folder. */
  public static final String DRIVE_APPDATA = "https://www.googleapis.com/auth/drive.appdata";

  /** What files there are, without their content; restricted. */
  public static final String DRIVE_METADATA_READONLY =
      "https://www.googleapis.com/auth/drive.metadata.readonly";

  /** All of them. */
  static final Set<String> KNOWN =
      Set.of(
          OPENID,
          EMAIL,
          PROFILE,
          DRIVE,
          DRIVE_READONLY,
          DRIVE_FILE,
          DRIVE_APPDATA,
          DRIVE_METADATA_READONLY);

  /** Who somebody is: granted with the choice of the account, without a box to untick. */
  static final Set<String> SIGN_IN = Set.of(OPENID, EMAIL, PROFILE);

  private Scopes() {}

  /**
   * The same in Google's long names and in its order. {@code email} and {@code profile} come back
   * as the long names, and bring {@code openid} with them, whatever was asked for (oauthlib's
   * "Scope has changed from …", github.com/oauthlib/oauthlib/issues/562).
   */
  static Set<String> of(String... asked) {
    Set<String> all = new LinkedHashSet<>();
    Arrays.stream(asked).filter(scope -> !scope.isEmpty()).map(Scopes::longName).forEach(all::add);
    if (all.contains(EMAIL) || all.contains(PROFILE)) {
      all.add(OPENID);
    }
    return all;
  }

  private static String longName(String scope) {
    return switch (scope) {
      case "email" -> EMAIL;
      case "profile" -> PROFILE;
      default -> scope;
    };
  }
}
