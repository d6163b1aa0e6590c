package dev.davit.app;

import dev.davit.outbound.AllowRule;
import dev.davit.persistence.redis.RedisSettings;
import dev.davit.ports.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has decided, checked and complete.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param data the folder in which Davit keeps the database, documents and, unless told otherwise,
 *     the keyset
 * @param publicUrl under which address browsers reach this server; null for {@code
 *     http://localhost:PORT}
 * @param frontendUrl the page on which users land after they were at a provider; null for this
 *     server's own
 * @param openRegistration whether anyone may make an account
 * @param database what was decided of the database
 * @param redis what was decided of Redis; null if there is none
 * @param storage what was decided of the application's own storage
 * @param keysetFile where the keyset is
 * @param maxUpload the most bytes that one upload may have
 * @param limits how much the server takes on
 * @param outboundAllow private servers that users may connect
 * @param trustFile certificates of private authorities, PEM; null for none
 * @param adminEmail an administrator to make at start unless there; null for none
 * @param adminPassword the administrator's first password; null for none
 * @param metricsToken what opens the metrics; null if nobody may see them
 * @param drain how long the server answers on after it has said that it stops
 * @param purgeDeadline how long what a deleted user has elsewhere is tried to be reached
 * @param auditRetention how long the audit log says who and what
 * @param google what was decided of Google Drive; null if it is not offered
 * @param microsoft what was decided of OneDrive; null if it is not offered
 * @param devAllowLoopback for development: users may connect servers on this machine, without TLS
 * @param devClockOffset for development: how far this node's clock is off
 */
record Settings(
    String host,
    int port,
    Path data,
    @Nullable URI publicUrl,
    @Nullable URI frontendUrl,
    boolean openRegistration,
    DatabaseSettings database,
    @Nullable RedisSettings redis,
    StorageSettings storage,
    Path keysetFile,
    long maxUpload,
    Limits limits,
    List<AllowRule> outboundAllow,
    @Nullable Path trustFile,
    @Nullable String adminEmail,
    @Nullable Secret adminPassword,
    @Nullable Secret metricsToken,
    Duration drain,
    Duration purgeDeadline,
    Duration auditRetention,
    @Nullable GoogleSettings google,
    @Nullable MicrosoftSettings microsoft,
    boolean devAllowLoopback,
    Duration devClockOffset) {
  /** With another port. */
  Settings withPort(int chosen) {
    return new Settings(
        host,
        chosen,
        data,
        publicUrl,
        frontendUrl,
        openRegistration,
        database,
        redis,
        storage,
        keysetFile,
        maxUpload,
        limits,
        outboundAllow,
        trustFile,
        adminEmail,
        adminPassword,
        metricsToken,
        drain,
        purgeDeadline,
        auditRetention,
        google,
        microsoft,
        devAllowLoopback,
        devClockOffset);
  }
}
