package dev.davit.onedrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.ports.storage.EntryId;
import java.util.Base64;

/** Forged ids of shortcuts. */
final class ShortcutIds {
  private ShortcutIds() {}

  /** One shortcut with what the other leads to. */
  static EntryId crossed(EntryId one, EntryId other) {
    String[] shortcut = parts(one);
    String[] target = parts(other);
    String text = String.join(":", shortcut[0], shortcut[1], target[2], target[3]);
    return new EntryId(
        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
  }

  private static String[] parts(EntryId id) {
    return new String(Base64.getUrlDecoder().decode(id.value()), UTF_8).split(":", -1);
  }
}
