package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code about.get} (reference/rest/v3/about): only what {@code fields} names, which it must. */
final class Abouts {
  private final World world;

  Abouts(World world) {
    this.world = world;
  }

  void get(Call call) throws IOException {
    if (call.params().text("fields").isEmpty()) {
      throw Refusals.required("fields", "The 'fields' parameter is required for this method.");
    }
    Mask mask = call.mask("");
    call.send(mask.apply(world.tree().locked(() -> about(call.who()))));
  }

  private Map<String, Object> about(Who who) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("kind", "drive#about");
    about.put("user", world.people().user(who.account(), who));
    about.put("storageQuota", quota(who.account()));
    about.put("maxUploadSize", Long.toString(Limits.LARGEST));
    about.put("appInstalled", true);
    about.put("canCreateDrives", false);
    about.put("exportFormats", Types.EXPORTS);
    return about;
  }

  /** Without a limit there is none to be seen: storage is unlimited, or pooled. */
  private Map<String, Object> quota(String account) {
    long used = world.tree().used(account);
    long trashed =
        world.tree().all().stream()
            .filter(item -> item.owner.equals(account) && world.tree().isTrashed(item))
            .mapToLong(Item::size)
            .sum();
    Map<String, Object> quota = new LinkedHashMap<>();
    world.people().limit(account).ifPresent(limit -> quota.put("limit", Long.toString(limit)));
    quota.put("usage", Long.toString(used));
    quota.put("usageInDrive", Long.toString(used));
    quota.put("usageInDriveTrash", Long.toString(trashed));
    return quota;
  }
}
