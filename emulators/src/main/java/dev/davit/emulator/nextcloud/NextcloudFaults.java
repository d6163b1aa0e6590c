package dev.davit.emulator.nextcloud;

import dev.davit.emulator.Fault;
import dev.davit.emulator.Faults;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be made to go wrong, until it is taken back. */
public final class NextcloudFaults {
  private final Faults faults = new Faults();
  private volatile boolean cutPutsTruncate;
  private volatile boolean maintenance;
  private volatile boolean trashOff;
  private @Nullable SlowAssembly slowAssembly;
  private volatile @Nullable URI advertised;

  NextcloudFaults() {}

  /** Lets something go wrong with the next requests that fit; see {@link Fault}. */
  public void inject(Fault fault) {
    faults.inject(fault);
  }

  /**
   * An OCS answer of HTTP status 200 that says inside that it failed, as version 1 of OCS does
   * (OCS/ocs-api-overview.rst).
   *
   * @param statuscode such as 997, not logged in
   */
  public static Fault ocsError(int statuscode) {
    String body =
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":"
            + (statuscode + ",\"message\":\"\"},\"data\":[]}}");
    return Fault.answer(200, "application/json; charset=utf-8", body).at("/ocs/");
  }

  Faults faults() {
    return faults;
  }

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

  /**
   * Makes the next MOVE that puts chunks together answer an error although the server goes on: the
   * file is there, and the upload's folder gone, when it was looked for so many times. Until then
   * what was there before is there, and who writes to it gets 423.
   *
   * @param status 504 as of a proxy, or 423 as of the server itself
   * @param looks how many PROPFIND, GET or HEAD of the destination it takes
   */
  public synchronized void slowAssembly(int status, int looks) {
    slowAssembly = new SlowAssembly(status, looks);
  }

  synchronized Optional<SlowAssembly> takeSlowAssembly() {
    Optional<SlowAssembly> next = Optional.ofNullable(slowAssembly);
    slowAssembly = null;
    return next;
  }

  record SlowAssembly(int status, int looks) {}

  /** Whether the server has no trash: what is deleted is gone, and {@code trashbin} is 404. */
  public void trashOff(boolean off) {
    trashOff = off;
  }

  boolean trashOff() {
    return trashOff;
  }

  /** Takes back everything. */
  public synchronized void clear() {
    faults.clear();
    slowAssembly = null;
    trashOff = false;
    cutPutsTruncate = false;
    maintenance = false;
    advertised = null;
  }
}
