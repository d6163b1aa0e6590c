package dev.davit.objectstore;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keys that begin the same, page by page. What comes or goes meanwhile may be among them or not.
 */
final class S3Pages implements Iterator<List<String>> {
  /** The most that one page may have, and that may be removed at once. */
  static final int MOST = 1000;

  private final S3Bucket bucket;
  private final String prefix;
  private final int most;
  private @Nullable String token;
  private boolean more = true;

  S3Pages(S3Bucket bucket, String prefix) {
    this(bucket, prefix, MOST);
  }

  S3Pages(S3Bucket bucket, String prefix, int most) {
    this.bucket = bucket;
    this.prefix = prefix;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public List<String> next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    ListObjectsV2Response page =
        bucket.list(bucket.listing(prefix, most).continuationToken(token).build());
    token = next(page);
    more = token != null;
    return page.contents().stream().map(S3Object::key).toList();
  }

  /** Where the listing goes on; null only if the store said that it does not. */
  static @Nullable String next(ListObjectsV2Response page) {
    if (!Boolean.TRUE.equals(page.isTruncated())) {
      return null;
    }
    if (page.nextContinuationToken() == null || page.nextContinuationToken().isEmpty()) {
      throw S3Errors.senseless();
    }
    return page.nextContinuationToken();
  }
}
