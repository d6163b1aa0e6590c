package dev.davit.onedrive;

import dev.davit.ports.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The application's registration at Microsoft, and how the adapter behaves. Start from {@link #of}.
 *
 * @param clientId the "Application (client) ID" of the registration (platform "Web")
 * @param clientSecret the value of one of its client secrets
 * @param tenant whose accounts may connect: {@code common} for all, {@code organizations}, {@code
 *     consumers}, or a tenant's id or domain
 * @param cloud which of Microsoft's clouds
 * @param scope how much of a user's OneDrive is asked for
 * @param development one address, such as {@code http://127.0.0.1:8080}, that stands for all of
 *     Microsoft's hosts; for development only. Null for Microsoft itself
 * @param patience how long it waits
 * @param spool an existing folder for files of unknown size on their way to Microsoft
 */
public record OneDriveSettings(
    String clientId,
    Secret clientSecret,
    String tenant,
    NationalCloud cloud,
    OneDriveScope scope,
    @Nullable URI development,
    OneDrivePatience patience,
    Path spool) {
  private static final Pattern TENANT =
      Pattern.compile(
          "(?i)common|organizations|consumers"
              + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
              + "|(?=.{3,253}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\\.[a-z0-9][a-z0-9-]{0,62})+");

  public OneDriveSettings {
    if (clientId.isBlank() || clientSecret.reveal().isBlank()) {
      throw new IllegalArgumentException("a registration at Microsoft has an id and a secret");
    }
    if (!TENANT.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not the id or domain of a tenant");
    }
  }

  /** A registration for all accounts, that asks for everything; spools to the temporary folder. */
  public static OneDriveSettings of(String clientId, Secret clientSecret) {
    return new OneDriveSettings(
        clientId,
        clientSecret,
        "common",
        NationalCloud.GLOBAL,
        OneDriveScope.FULL,
        null,
        OneDrivePatience.usual(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** These, for other accounts. */
  public OneDriveSettings withTenant(String whose) {
    return new OneDriveSettings(
        clientId, clientSecret, whose, cloud, scope, development, patience, spool);
  }

  /** These, in another cloud. */
  public OneDriveSettings withCloud(NationalCloud other) {
    return new OneDriveSettings(
        clientId, clientSecret, tenant, other, scope, development, patience, spool);
  }

  /** These, asking for another permission. */
  public OneDriveSettings withScope(OneDriveScope asked) {
    return new OneDriveSettings(
        clientId, clientSecret, tenant, cloud, asked, development, patience, spool);
  }

  /** These, with one address for all of Microsoft's hosts. */
  public OneDriveSettings withDevelopment(URI base) {
    return new OneDriveSettings(
        clientId, clientSecret, tenant, cloud, scope, base, patience, spool);
  }

  /** These, waiting otherwise. */
  public OneDriveSettings withPatience(OneDrivePatience waiting) {
    return new OneDriveSettings(
        clientId, clientSecret, tenant, cloud, scope, development, waiting, spool);
  }

  /** These, with another folder for files of unknown size. */
  public OneDriveSettings withSpool(Path folder) {
    return new OneDriveSettings(
        clientId, clientSecret, tenant, cloud, scope, development, patience, folder);
  }
}
