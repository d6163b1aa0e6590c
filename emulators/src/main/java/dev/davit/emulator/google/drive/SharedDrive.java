package dev.davit.emulator.google.drive;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A drive that belongs to nobody (reference/rest/v3/drives).
 *
 * @param id which is also that of its top folder
 * @param members roles by mail address
 */
record SharedDrive(String id, String name, Instant created, Map<String, Role> members) {
  SharedDrive {
    members = new ConcurrentHashMap<>(members);
  }
}
