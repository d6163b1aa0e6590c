package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;

/** What the provider says of an upload. */
public sealed interface Progress {
  /**
   * It has this many bytes, and waits for more.
   *
   * @param position which need not be as many as were sent
   */
  record More(long position) implements Progress {}

  /**
   * It has all of them, and the file is there.
   *
   * @param file as Google now has it
   */
  record Done(File file) implements Progress {}

  /** It knows nothing of it, or no longer. */
  record Gone() implements Progress {}
}
