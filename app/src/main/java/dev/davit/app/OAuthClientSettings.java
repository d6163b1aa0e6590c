package dev.davit.app;

import dev.davit.ports.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operator's client at somebody who lets users consent.
 *
 * @param id as it is shown there
 * @param secret as it is shown there
 * @param devUrl for development: where to ask instead; null for the vendor
 */
record OAuthClientSettings(String id, Secret secret, @Nullable URI devUrl) {
  private static final Pattern WORD = Pattern.compile("[!-~]{1,512}");

  /** What the settings say; nothing if there is no client. Faults are noted in the reader. */
  static Optional<OAuthClientSettings> read(SettingsReader reader, OAuthVendor vendor) {
    Optional<String> id = reader.matching(vendor.setting("CLIENT_ID"), vendor.idWords(), WORD);
    Optional<String> secret = reader.secret(vendor.setting("CLIENT_SECRET"));
    checkPair(reader, vendor);
    secret
        .filter(value -> !WORD.matcher(value).matches())
        .ifPresent(
            value ->
                reader.fault(
                    vendor.setting("CLIENT_SECRET") + " is not " + vendor.secretWords() + "."));
    URI devUrl = devUrl(reader, vendor);
    return id.flatMap(
        there -> secret.map(value -> new OAuthClientSettings(there, new Secret(value), devUrl)));
  }

  private static void checkPair(SettingsReader reader, OAuthVendor vendor) {
    String id = vendor.setting("CLIENT_ID");
    String secret = vendor.setting("CLIENT_SECRET");
    if (reader.text(id).isPresent() != reader.isNamed(secret)) {
      reader.fault(id + " and " + secret + " go together: set both or none.");
    }
  }

  private static @Nullable URI devUrl(SettingsReader reader, OAuthVendor vendor) {
    return reader
        .parsed(
            vendor.devSetting(),
            "an address on this machine without a path, such as http://127.0.0.1:9000",
            SettingsAddresses::here)
        .orElse(null);
  }
}
