package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who it is (user-get), and drives (drive-get, drive-list). */
final class DriveReads {
  private final World world;

  DriveReads(World world) {
    this.world = world;
  }

  void me(Call call) throws IOException {
    Who who = call.who();
    if (!who.hasOneOf(Scopes.USER)) {
      throw Refused.of(
          403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("id", who.account());
    user.put("displayName", who.name());
    user.put("mail", who.mail());
    user.put("userPrincipalName", who.mail());
    call.send(200, Schema.select(user, call.options().select()));
  }

  void get(Call call) throws IOException {
    call.send(
        200,
        world
            .store()
            .locked(
                () -> {
                  Drive drive = world.access().drive(call);
                  world.access().seesDrive(drive, call.who());
                  return Schema.select(drive(drive), call.options().select());
                }));
  }

  void list(Call call) throws IOException {
    Map<String, Object> answer =
        world
            .store()
            .locked(
                () -> {
                  Drive own = world.store().own(call.who().account(), call.who().personal());
                  world.access().seesDrive(own, call.who());
                  return Map.of("value", List.of(drive(own)));
                });
    call.send(200, answer);
  }

  private Map<String, Object> drive(Drive drive) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", drive.id);
    all.put("driveType", drive.type.text());
    all.put("name", drive.name);
    all.put("owner", world.people().identity(drive.owner));
    all.put("quota", quota(drive));
    return all;
  }

  /** resources/quota; where nobody knows it, all is 0. */
  private static Map<String, Object> quota(Drive drive) {
    long known = drive.unknownQuota ? 0 : 1;
    long remaining = Math.max(0, drive.total - drive.used());
    Map<String, Object> quota = new LinkedHashMap<>();
    quota.put("deleted", known * drive.deleted());
    quota.put("remaining", known * remaining);
    quota.put("total", known * drive.total);
    quota.put("used", known * drive.used());
    quota.put("state", known == 0 ? "normal" : state(drive.total, remaining));
    return quota;
  }

  private static String state(long total, long remaining) {
    if (remaining <= 0) {
      return "exceeded";
    }
    if (remaining < total / 100) {
      return "critical";
    }
    return remaining < total / 10 ? "nearing" : "normal";
  }
}
