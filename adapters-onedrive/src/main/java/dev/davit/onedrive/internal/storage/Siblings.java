package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.upload.OtherNames;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Iterator;
import java.util.Optional;

/**
 * What a folder has of a certain name: one thing at most, whatever the case of its letters
 * (Microsoft: names are not case-sensitive).
 */
final class Siblings {
  private final Items items;

  Siblings(Items items) {
    this.items = items;
  }

  /** What has this name; nothing also where there is no such folder. */
  Optional<Json> named(Spot folder, String name) {
    return at(folder.child(name));
  }

  /** What is at a place, if anything is. */
  Optional<Json> at(Spot spot) {
    try {
      return Optional.of(items.at(spot));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Free names in place of one that is taken, each once.
   *
   * @param mark that nothing else has
   */
  OtherNames others(Spot folder, String name, String mark) {
    Iterator<String> variants = Names.variants(name, mark).iterator();
    return () -> {
      while (variants.hasNext()) {
        String variant = variants.next();
        if (named(folder, variant).isEmpty()) {
          return Optional.of(variant);
        }
      }
      return Optional.empty();
    };
  }
}
