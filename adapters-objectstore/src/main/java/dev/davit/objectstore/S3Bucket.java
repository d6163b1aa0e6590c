package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** The bucket: what it is asked, one request each, and failures in this house's words. */
final class S3Bucket implements AutoCloseable {
  /** The metadata in which an object says which attempt wrote it. */
  static final String TAG = "davit-tag";

  private final S3Client client;
  private final String name;

  S3Bucket(S3Client client, String name) {
    this.client = client;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Asks something. */
  <T> T ask(Function<S3Client, T> question) {
    try {
      return question.apply(client);
    } catch (SdkException e) {
      throw S3Errors.of(e);
    } catch (UncheckedIOException e) { // of an answer that breaks off while it is taken apart
      throw S3Errors.unavailable(e);
    }
  }

  /** The object of a key. That there is none is also said where there is no bucket. */
  Optional<Stored> find(String key) {
    try {
      HeadObjectResponse head = ask(s3 -> s3.headObject(r -> r.bucket(name).key(key)));
      Stored found = Stored.of(key, head.contentLength(), head.eTag(), head.lastModified());
      return Optional.of(found.with(head.contentType(), head.metadata().get(TAG)));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** As {@link #find}, but a bucket that is not there is the operator's fault. */
  Optional<Stored> findSurely(String key) {
    Optional<Stored> found = find(key);
    if (found.isEmpty()) {
      list(listing(key, 1).build());
    }
    return found;
  }

  /** A request for keys, to be made more exact. */
  ListObjectsV2Request.Builder listing(String prefix, int most) {
    return ListObjectsV2Request.builder().bucket(name).prefix(prefix).maxKeys(most);
  }

  ListObjectsV2Response list(ListObjectsV2Request request) {
    ListObjectsV2Response page = ask(s3 -> s3.listObjectsV2(request));
    if (page.name() == null && page.keyCount() == null) {
      throw S3Errors.senseless();
    }
    return page;
  }

  /** All keys that begin so, a page in memory at a time. */
  Iterable<List<String>> pagesUnder(String prefix) {
    return () -> new S3Pages(this, prefix);
  }

  /** Whether any key begins so. */
  boolean isPrefix(String prefix) {
    Iterator<List<String>> pages = new S3Pages(this, prefix, 1);
    return pages.hasNext() && !pages.next().isEmpty();
  }

  /** Removes an object; gone already is done. */
  void delete(String key) {
    int status =
        ask(s3 -> s3.deleteObject(r -> r.bucket(name).key(key))).sdkHttpResponse().statusCode();
    if (status != 204) {
      throw S3Errors.senseless();
    }
  }

  /** Removes an object because something else failed, as far as can be. */
  void deleteQuietly(String key, CloudException because) {
    try {
      delete(key);
    } catch (CloudException e) {
      because.addSuppressed(e);
    }
  }

  /** A text that may stand in a header; null for any other. */
  static @Nullable String sayable(@Nullable String text) {
    boolean plain = text != null && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return plain ? text : null;
  }

  @Override
  public void close() {
    client.close();
  }
}
