package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code changes} (guides/manage-changes, reference/rest/v3/changes). */
final class Changes {
  private static final int USUAL = 100;
  private static final int LARGEST = 1000;
  private static final String DEFAULTS =
      "kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,"
          + "driveId,drive(kind,id,name),file("
          + Resources.DEFAULTS
          + "))";

  private final World world;

  Changes(World world) {
    this.world = world;
  }

  void start(Call call) throws IOException {
    Mask mask = call.mask("kind,startPageToken");
    checkDrive(call);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "drive#startPageToken");
    answer.put("startPageToken", token(world.tree().locked(() -> world.tree().changes().end())));
    call.send(mask.apply(answer));
  }

  private static String token(int position) {
    return Integer.toString(position + 1);
  }

  private void checkDrive(Call call) {
    String driveId = call.params().text("driveId");
    if (!driveId.isEmpty()) {
      if (!call.allDrives()) {
        throw Refusals.badRequest("The driveId parameter requires supportsAllDrives.")
            .at("supportsAllDrives");
      }
      if (world.tree().locked(() -> world.access().drive(call.who(), driveId)).isEmpty()) {
        throw Refusals.driveNotFound(driveId);
      }
    }
  }

  void list(Call call) throws IOException {
    Mask mask = call.mask(DEFAULTS);
    int size = call.params().number("pageSize", USUAL, LARGEST);
    checkDrive(call);
    if (call.params().text("pageToken").isEmpty()) {
      throw Refusals.required("pageToken", "Required parameter: pageToken");
    }
    call.send(mask.apply(world.tree().locked(() -> answer(call, mask, size))));
  }

  private Map<String, Object> answer(Call call, Mask mask, int size) {
    ChangeLog log = world.tree().changes();
    int at = position(call.params().text("pageToken"), log.end());
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    List<ChangeLog.Entry> rest = log.from(at);
    int read = 0;
    while (read < rest.size() && found.size() < size) {
      ChangeLog.Entry entry = rest.get(read++);
      if (isAbout(call, entry)) {
        found.remove(entry.id());
        change(call, entry, mask.field("changes")).ifPresent(it -> found.put(entry.id(), it));
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "drive#changeList");
    boolean more = read < rest.size();
    answer.put(more ? "nextPageToken" : "newStartPageToken", token(at + read));
    answer.put("changes", new ArrayList<>(found.values()));
    return answer;
  }

  private static int position(String token, int end) {
    int position = token.matches("\\d{1,9}") ? Integer.parseInt(token) - 1 : -1;
    if (position < 0 || position > end) {
      throw Refusals.invalid("pageToken");
    }
    return position;
  }

  /** What is in shared drives is told only to who asks for it (guides/enable-shareddrives). */
  private static boolean isAbout(Call call, ChangeLog.Entry entry) {
    String driveId = call.params().text("driveId");
    String account = call.who().account();
    boolean all = call.params().flag("includeItemsFromAllDrives") && call.allDrives();
    boolean fits =
        driveId.isEmpty() ? entry.driveId().isEmpty() || all : entry.driveId().equals(driveId);
    boolean mine = !call.params().flag("restrictToMyDrive") || entry.owner().equals(account);
    return fits && mine && entry.seers().contains(account);
  }

  private Optional<Map<String, Object>> change(Call call, ChangeLog.Entry entry, Mask mask) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("kind", "drive#change");
    change.put("type", entry.drive() ? "drive" : "file");
    change.put("changeType", entry.drive() ? "drive" : "file");
    change.put("time", Resources.time(entry.time()));
    if (entry.drive()) {
      change.put("driveId", entry.id());
      change.put("removed", false);
      return Optional.of(change);
    }
    change.put("fileId", entry.id());
    Optional<Item> item =
        world.tree().get(entry.id()).filter(it -> world.access().sees(call.who(), it));
    change.put("removed", item.isEmpty());
    item.ifPresent(
        it -> change.put("file", world.resources().file(it, call.who(), mask.field("file"))));
    boolean wanted = item.isPresent() || call.params().flag("includeRemoved", true);
    return wanted ? Optional.of(change) : Optional.empty();
  }
}
