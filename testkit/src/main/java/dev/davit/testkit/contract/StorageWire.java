package dev.davit.testkit.contract;

import dev.davit.ports.Credential;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.testkit.fault.WireFaults;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The line between a storage and its server, which is a {@link dev.davit.testkit.fault.FaultyHttp}:
 * the credentials of the setup must lead through it.
 *
 * @param faults what goes wrong on it
 * @param hurried the same adapter, but each of its limits on time is well below a second
 * @param patience how long one call of the hurried one takes at the most
 * @param refused a credential for the same account that the server refuses; null where users have
 *     none
 */
public record StorageWire(
    WireFaults faults, StorageProvider hurried, Duration patience, @Nullable Credential refused) {}
