package dev.davit.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testkit.fault.TestContent;
import dev.davit.testservers.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Somebody else with the same key: goes straight to the server, and reads with a plain GET. */
final class S3Foreigner implements AutoCloseable {
  private final String bucket;
  private final S3Client client;
  private final S3Presigner presigner;
  private final HttpClient http = HttpClient.newHttpClient();

  S3Foreigner(S3Settings over) {
    this(over, S3Server.shared().endpoint());
  }

  S3Foreigner(S3Settings over, URI endpoint) {
    S3Settings direct =
        new S3Settings(endpoint, over.region(), over.bucket(), over.accessKey(), over.secretKey());
    bucket = over.bucket();
    client = S3Clients.of(direct, S3Patience.USUAL, null);
    presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(Region.of(over.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(over.accessKey(), over.secretKey().reveal())))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
  }

  void put(String key, String text) {
    client.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  /** What a presigned address answers to a GET. */
  HttpResponse<InputStream> get(String key) throws IOException, InterruptedException {
    URI address =
        URI.create(
            presigner
                .presignGetObject(
                    p ->
                        p.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(r -> r.bucket(bucket).key(key)))
                .url()
                .toString());
    return http.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  String text(String key) throws IOException, InterruptedException {
    try (InputStream body = get(key).body()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }

  /** Holds that an object has the bytes that {@link TestContent#generated} makes. */
  void assertGenerated(String key, long size) throws IOException, InterruptedException {
    try (InputStream body = get(key).body();
        InputStream sent = TestContent.generated(size).open()) {
      boolean same = Arrays.equals(body.readAllBytes(), sent.readAllBytes());
      assertThat(same).as("the same bytes").isTrue();
    }
  }

  /** All keys there are, Davit's own too. */
  List<String> keys() {
    return client.listObjectsV2(r -> r.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** The keys for which uploads in parts are going on. */
  List<String> uploads() {
    return client.listMultipartUploads(r -> r.bucket(bucket)).uploads().stream()
        .map(MultipartUpload::key)
        .toList();
  }

  @Override
  public void close() {
    client.close();
    presigner.close();
  }
}
