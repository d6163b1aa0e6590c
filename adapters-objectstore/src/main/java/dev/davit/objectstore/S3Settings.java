package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * A bucket at Amazon S3, MinIO or another store that speaks S3, and the key that opens it. The
 * bucket is this service's alone: everything in it is shown as what it stores.
 *
 * @param endpoint the store's address, {@code https} (or {@code http}, to a store on the same
 *     machine or network), such as {@code https://s3.eu-central-1.amazonaws.com}; without a path
 * @param region as requests are signed for, such as {@code eu-central-1}; MinIO's is {@code
 *     us-east-1} unless it was told another
 * @param bucket its name; it must exist
 * @param accessKey the id of the key, which is no secret
 * @param secretKey the key itself
 */
public record S3Settings(
    URI endpoint, String region, String bucket, String accessKey, Secret secretKey) {
  private static final Pattern SCHEME = Pattern.compile("https?");
  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ACCESS_KEY = Pattern.compile("[!-.0-~]{3,128}");

  /**
   * Settings that may work; nothing is asked.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} naming the first that can't
   */
  public S3Settings {
    require(isOrigin(endpoint), "endpoint must be an address like https://s3.example.com");
    require(REGION.matcher(region).matches(), "region must be a name like eu-central-1");
    require(BUCKET.matcher(bucket).matches(), "bucket must be a name of 3 to 63 characters");
    require(ACCESS_KEY.matcher(accessKey).matches(), "access key is none");
    require(!secretKey.reveal().isBlank(), "secret key is empty");
  }

  private static boolean isOrigin(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme() != null
        && SCHEME.matcher(uri.getScheme()).matches()
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && (path.isEmpty() || path.equals("/"));
  }

  private static void require(boolean good, String fault) {
    if (!good) {
      throw new CloudException(ErrorKind.MISCONFIGURED, "The S3 " + fault + ".");
    }
  }
}
