package dev.davit.emulator.google.drive;

import java.util.Set;
import java.util.function.Predicate;

/** Which files a list is about (guides/enable-shareddrives, reference/rest/v3/files/list). */
final class Corpus {
  private static final String INCLUDE = "includeItemsFromAllDrives";

  private final Access access;

  Corpus(Access access) {
    this.access = access;
  }

  /**
   * Reads the parameters {@code corpora}, {@code driveId}, {@code includeItemsFromAllDrives} and
   * {@code supportsAllDrives}, which have to fit each other.
   */
  Predicate<Item> of(Call call) {
    String corpora =
        call.params().oneOf("corpora", "user", Set.of("user", "domain", "drive", "allDrives"));
    String driveId = call.params().text("driveId");
    boolean include = call.params().flag(INCLUDE);
    check(call, corpora, driveId, include);
    return switch (corpora) {
      case "drive" -> item -> item.driveId.equals(driveId);
      case "allDrives" -> item -> true;
      default -> item -> item.driveId.isEmpty() || (include && isMine(item, call.who()));
    };
  }

  private void check(Call call, String corpora, String driveId, boolean include) {
    if (corpora.equals("drive") == driveId.isEmpty()) {
      throw refusal(
          "teamDriveIdRequiresTeamDriveCorpora",
          "The driveId parameter must be specified if and only if corpora is set to drive.",
          "driveId");
    }
    if (include && !call.allDrives()) {
      throw refusal(
          "teamDriveIncludeItemsRequiresSupport",
          "The includeItemsFromAllDrives parameter requires supportsAllDrives to be true.",
          INCLUDE);
    }
    if (!include && Set.of("drive", "allDrives").contains(corpora)) {
      throw refusal(
          "teamDriveIncludeItemsRequired",
          "The includeItemsFromAllDrives parameter must be set to true for this corpora.",
          INCLUDE);
    }
    if (!driveId.isEmpty() && access.drive(call.who(), driveId).isEmpty()) {
      throw Refusals.driveNotFound(driveId);
    }
  }

  private static DriveError refusal(String reason, String message, String parameter) {
    return DriveError.of(403, reason, message).at(parameter);
  }

  /** {@code user}: what the user made, or was shared with them. */
  private static boolean isMine(Item item, Who who) {
    return item.creator.equals(who.account()) || item.shares.containsKey(who.account());
  }
}
