package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import java.net.URI;

/**
 * How a provider takes a file piece by piece, one request at a time. The address of an upload is as
 * good as a credential: it is sent to the provider only, and never said.
 *
 * @param <T> what the provider says of a file that has arrived
 */
public interface Resumable<T> {
  /** Of what size all pieces but the last must be a multiple, in bytes. */
  int granularity();

  /**
   * Sends bytes, once.
   *
   * @param length of the window's first bytes; 0 only for the end of an empty file
   * @param size of the whole file, or {@link Source#UNKNOWN} while more is to come
   * @return how far the upload is then, whatever was sent
   */
  Progress<T> put(URI address, Window window, int length, long size);

  /** Asks how far it is, once. */
  Progress<T> where(URI address, long size);

  /** Gives it up; gone already is done. */
  void cancel(URI address);

  /** What is said of an answer that makes no sense. */
  CloudException senseless();

  /** What is said where the provider has lost what it was sent. */
  CloudException lost();
}
