package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Pages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code drives.list} and {@code drives.get} (reference/rest/v3/drives). */
final class Drives {
  private static final int USUAL = 10;
  private static final int LARGEST = 100;

  private final World world;
  private final Pages pages;

  Drives(World world) {
    this.world = world;
    this.pages = new Pages(() -> "~!!~" + world.ids().token(), () -> Refusals.invalid("pageToken"));
  }

  void list(Call call) throws IOException {
    Mask mask = call.mask("kind,nextPageToken,drives(kind,id,name)");
    int size = call.params().number("pageSize", USUAL, LARGEST);
    noAdmin(call);
    if (call.params().has("q")) {
      throw Refusals.invalid("q");
    }
    String question = call.who().account();
    List<String> all =
        pages.rest(call.params().text("pageToken"), question).orElseGet(() -> mine(call.who()));
    int now = Math.min(size, all.size());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "drive#driveList");
    if (now < all.size()) {
      answer.put("nextPageToken", pages.token(question, all.subList(now, all.size())));
    }
    answer.put("drives", world.tree().locked(() -> drives(call, all.subList(0, now))));
    call.send(mask.apply(answer));
  }

  /** Only administrators of a domain, of whom there are none here, may use it and {@code q}. */
  private static void noAdmin(Call call) {
    if (call.params().flag("useDomainAdminAccess")) {
      throw DriveError.of(
          403,
          "insufficientFilePermissions",
          "The user does not have sufficient permissions for this shared drive.");
    }
  }

  private List<String> mine(Who who) {
    return world
        .tree()
        .locked(
            () ->
                world.tree().drives().stream()
                    .map(SharedDrive::id)
                    .filter(id -> world.access().drive(who, id).isPresent())
                    .toList());
  }

  private List<Map<String, Object>> drives(Call call, List<String> ids) {
    return ids.stream()
        .flatMap(id -> world.access().drive(call.who(), id).stream())
        .map(drive -> resource(drive, call.who()))
        .toList();
  }

  void get(Call call) throws IOException {
    noAdmin(call);
    Mask mask = call.mask("kind,id,name");
    Map<String, Object> drive =
        world
            .tree()
            .locked(
                () ->
                    world
                        .access()
                        .drive(call.who(), call.id())
                        .map(found -> resource(found, call.who()))
                        .orElseThrow(() -> Refusals.driveNotFound(call.id())));
    call.send(mask.apply(drive));
  }

  private static Map<String, Object> resource(SharedDrive drive, Who who) {
    Role role = drive.members().getOrDefault(who.account(), Role.NONE);
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("kind", "drive#drive");
    resource.put("id", drive.id());
    resource.put("name", drive.name());
    resource.put("createdTime", Resources.time(drive.created()));
    resource.put("hidden", false);
    resource.put(
        "capabilities",
        Map.of(
            "canAddChildren", role.atLeast(Role.WRITER),
            "canEdit", role.atLeast(Role.WRITER),
            "canListChildren", true,
            "canDownload", true,
            "canDeleteChildren", role.atLeast(Role.OWNER),
            "canTrashChildren", role.atLeast(Role.MANAGER)));
    return resource;
  }
}
