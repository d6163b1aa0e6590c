package dev.davit.emulator.nextcloud;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be made to go wrong, until it is taken back. */
public final class NextcloudFaults {
  private volatile boolean cutPutsTruncate;
  private volatile boolean maintenance;
  private volatile @Nullable URI advertised;

  NextcloudFaults() {}

  /**
   * Lets a PUT whose client goes away leave what came in the live file, as it happens on storages
   * that can't rename (nextcloud/server, {@code File::put}, {@code needsPartFile}). Without it the
   * old content stays.
   */
  public void cutPutsTruncate(boolean on) {
    cutPutsTruncate = on;
  }

  boolean cutPutsTruncate() {
    return cutPutsTruncate;
  }

  /**
   * Closes the server for maintenance: 503 with {@code X-Nextcloud-Maintenance-Mode: 1} for all but
   * {@code status.php} (general.rst, "Maintenance Mode").
   */
  public void maintenance(boolean on) {
    maintenance = on;
  }

  boolean maintenance() {
    return maintenance;
  }

  /**
   * Which address the server believes it has, in what Login Flow v2 answers: behind a proxy it is
   * often {@code http} where the user typed {@code https} (admin_manual, {@code
   * reverse_proxy_configuration}, overwriteprotocol).
   *
   * @param address with the webroot; null for the one that the client asked
   */
  public void advertise(@Nullable URI address) {
    advertised = address;
  }

  Optional<String> advertised() {
    return Optional.ofNullable(advertised).map(URI::toString).map(NextcloudFaults::bare);
  }

  private static String bare(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** Takes back everything. */
  public void clear() {
    cutPutsTruncate = false;
    maintenance = false;
    advertised = null;
  }
}
