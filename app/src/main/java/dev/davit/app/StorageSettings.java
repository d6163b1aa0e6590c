package dev.davit.app;

import dev.davit.objectstore.S3Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has decided of the application's own storage, where documents of users without
 * a cloud are.
 *
 * @param kind of what kind it is
 * @param folder where they are on a disk
 * @param s3 where they are otherwise; null on a disk
 */
record StorageSettings(Kind kind, Path folder, @Nullable S3Settings s3) {
  private static final String FOLDER = "DAVIT_STORAGE_FOLDER";

  /** What documents are kept on. */
  enum Kind {
    /** A disk of this machine. */
    DISK,
    /** A disk that every node has, such as one of a file server. */
    DISK_SHARED,
    /** A bucket. */
    S3
  }

  /** What the settings say. Faults are noted in the reader. */
  static StorageSettings read(SettingsReader reader, Path data) {
    Optional<Kind> said = kind(reader);
    Kind kind = said.orElse(Kind.DISK);
    Optional<Path> folder = reader.path(FOLDER);
    if (kind == Kind.DISK_SHARED && folder.isEmpty()) {
      reader.fault(
          "DAVIT_STORAGE is disk-shared, and "
              + FOLDER
              + " does not name the folder that all nodes"
              + " share: set it.");
    }
    if (kind == Kind.S3) {
      reader.refuse(List.of(FOLDER), "DAVIT_STORAGE is s3: remove one of the two");
    }
    S3Settings s3 = S3SettingsReader.read(reader, kind == Kind.S3);
    return new StorageSettings(kind, folder.orElse(data.resolve("documents")), s3);
  }

  private static Optional<Kind> kind(SettingsReader reader) {
    return reader.word(
        "DAVIT_STORAGE",
        new Choices<Kind>()
            .or("disk", Kind.DISK)
            .or("disk-shared", Kind.DISK_SHARED)
            .or("s3", Kind.S3));
  }

  /** Whether several nodes can share it. */
  boolean isShared() {
    return kind != Kind.DISK;
  }

  /** Where documents are kept, for people. */
  String described() {
    S3Settings bucket = s3;
    return bucket != null
        ? "in the bucket " + bucket.bucket() + " at " + bucket.endpoint()
        : "in " + folder + (kind == Kind.DISK_SHARED ? ", which all nodes share" : "");
  }
}
