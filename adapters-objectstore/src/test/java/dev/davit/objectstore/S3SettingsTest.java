package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SettingsTest {
  private static final Secret SECRET = new Secret("canary-5ecret");

  @ParameterizedTest
  @CsvSource({
    "ftp://s3.example.com, us-east-1, bucket, key",
    "https://s3.example.com/path, us-east-1, bucket, key",
    "https://user@s3.example.com, us-east-1, bucket, key",
    "https://s3.example.com?x, us-east-1, bucket, key",
    "s3.example.com, us-east-1, bucket, key",
    "https://s3.example.com, 'us east', bucket, key",
    "https://s3.example.com, us-east-1, Bucket, key",
    "https://s3.example.com, us-east-1, b, key",
    "https://s3.example.com, us-east-1, bucket/x, key",
    "https://s3.example.com, us-east-1, bucket, 'a b'"
  })
  void settings_thatCanNotWork_areRefused(URI endpoint, String region, String bucket, String key) {
    Fixture.assertKind(
        ErrorKind.MISCONFIGURED, () -> new S3Settings(endpoint, region, bucket, key, SECRET));
  }

  @Test
  void E6_settings_showNoSecret() {
    S3Settings settings =
        new S3Settings(URI.create("https://s3.example.com"), "us-east-1", "bucket", "key", SECRET);
    assertThat(settings.toString()).doesNotContain("5ecret").contains("bucket");
  }
}
