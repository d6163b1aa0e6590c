package dev.davit.objectstore;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.utils.StringInputStream;

/**
 * Makes Amazon's client: it takes everything from the settings, and looks for nothing in the
 * environment, in files of the user or at addresses of the machine it runs on. It tries nothing
 * twice: who calls knows what may be.
 */
final class S3Clients {
  private S3Clients() {}

  static S3Client of(S3Settings settings, S3Patience patience, @Nullable SSLContext tls) {
    return S3Client.builder()
        .httpClient(new S3Line(patience, tls))
        .endpointOverride(settings.endpoint())
        .region(Region.of(settings.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(settings.accessKey(), settings.secretKey().reveal())))
        .defaultsMode(DefaultsMode.STANDARD)
        .overrideConfiguration(overrides())
        .serviceConfiguration(features())
        .forcePathStyle(true)
        .dualstackEnabled(false)
        .fipsEnabled(false)
        .crossRegionAccessEnabled(false)
        .disableS3ExpressSessionAuth(true)
        // Checksums that only Amazon knows are refused elsewhere; MD5 where S3 demands one.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .addPlugin(LegacyMd5Plugin.create())
        .build();
  }

  private static ClientOverrideConfiguration overrides() {
    ProfileFile none =
        ProfileFile.builder()
            .content(new StringInputStream(""))
            .type(ProfileFile.Type.CONFIGURATION)
            .build();
    return ClientOverrideConfiguration.builder()
        .retryStrategy(AwsRetryStrategy.doNotRetry())
        .defaultProfileFileSupplier(() -> none)
        .defaultProfileName("none")
        .build();
  }

  private static S3Configuration features() {
    return S3Configuration.builder()
        .chunkedEncodingEnabled(false)
        .expectContinueEnabled(false)
        .useArnRegionEnabled(false)
        .multiRegionEnabled(false)
        .build();
  }
}
