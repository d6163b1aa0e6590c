package dev.davit.outbound.transfer;

/**
 * What a provider says of an upload.
 *
 * @param <T> what it says of a file that has arrived
 */
@SuppressWarnings("unused") // What has not arrived says nothing of the file.
public sealed interface Progress<T> {
  /**
   * It has this many bytes, and waits for more.
   *
   * @param position which need not be as many as were sent
   */
  record More<T>(long position) implements Progress<T> {}

  /**
   * It has all of them, and the file is there.
   *
   * @param file as the provider now has it
   */
  record Done<T>(T file) implements Progress<T> {}

  /** It knows nothing of it, or no longer. */
  record Gone<T>() implements Progress<T> {}
}
