package dev.davit.app;

import dev.davit.objectstore.S3Settings;
import dev.davit.ports.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the operator has decided of the bucket for documents. */
final class S3SettingsReader {
  private static final String ENDPOINT = "DAVIT_S3_ENDPOINT";
  private static final String REGION = "DAVIT_S3_REGION";
  private static final String BUCKET = "DAVIT_S3_BUCKET";
  private static final String ACCESS_KEY = "DAVIT_S3_ACCESS_KEY";
  private static final String SECRET_KEY = "DAVIT_S3_SECRET_KEY";

  private static final Pattern REGION_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern KEY_ID = Pattern.compile("[!-.0-~]{3,128}");

  /** Where nobody names a region; MinIO and many others take it. */
  private static final String USUAL_REGION = "us-east-1";

  private S3SettingsReader() {}

  /** What the settings say; null if they are not wanted. Faults are noted in the reader. */
  static @Nullable S3Settings read(SettingsReader reader, boolean wanted) {
    checkPresence(reader, wanted);
    Optional<URI> endpoint =
        reader.parsed(
            ENDPOINT,
            "an address without a path, such as https://s3.eu-central-1.amazonaws.com",
            SettingsAddresses::server);
    String region =
        reader.matching(REGION, "a region, such as eu-central-1", REGION_NAME).orElse(USUAL_REGION);
    Optional<String> bucket = reader.matching(BUCKET, "a bucket's name", BUCKET_NAME);
    Optional<String> accessKey = reader.matching(ACCESS_KEY, "an access key's id", KEY_ID);
    Optional<Secret> secretKey = reader.secret(SECRET_KEY).map(Secret::new);
    if (endpoint.isEmpty() || bucket.isEmpty() || accessKey.isEmpty() || secretKey.isEmpty()) {
      return null;
    }
    return new S3Settings(endpoint.get(), region, bucket.get(), accessKey.get(), secretKey.get());
  }

  private static void checkPresence(SettingsReader reader, boolean wanted) {
    if (!wanted) {
      reader.refuse(
          List.of(ENDPOINT, REGION, BUCKET, ACCESS_KEY, SECRET_KEY, SECRET_KEY + "_FILE"),
          "DAVIT_STORAGE is not s3: set DAVIT_STORAGE=s3, or remove it");
      return;
    }
    List.of(ENDPOINT, BUCKET, ACCESS_KEY, SECRET_KEY).stream()
        .filter(name -> !reader.isNamed(name))
        .forEach(name -> reader.fault(name + " is missing: DAVIT_STORAGE is s3, which needs it."));
  }
}
