package dev.davit.internal.credentials;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.input.Problems;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.VersionedCredential;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of one connection, read anew each time: status and owner count at that moment.
 */
public final class StoredCredentials implements CredentialSource {
  private final CredentialRows rows;
  private final Owner owner;
  private final ConnectionId id;
  private final Use use;
  private final Actor actor;
  private volatile long given;
  private volatile @Nullable CloudException thrown;

  public StoredCredentials(
      CredentialRows rows, Owner owner, ConnectionId id, Use use, Actor actor) {
    this.rows = rows;
    this.owner = owner;
    this.id = id;
    this.use = use;
    this.actor = actor;
  }

  @Override
  public VersionedCredential current() {
    return note(() -> rows.read(owner, id, use, actor));
  }

  @Override
  public VersionedCredential rejected(long version) {
    return note(
        () ->
            rows.newer(owner, id, use, version, actor)
                .orElseThrow(() -> Problems.reauthRequired(id)));
  }

  /** Whether a failure came from here, and so says nothing of the provider. */
  public boolean threw(CloudException failure) {
    return failure == thrown;
  }

  /** The version that was handed out last; 0 if none was. */
  public long given() {
    return given;
  }

  /** What to say when the adapter has given up on the last version that it got. */
  public CloudException refused() {
    try {
      rejected(given);
      return new CloudException(
          ErrorKind.UNAVAILABLE, "The connection has just been renewed. Try again.");
    } catch (CloudException known) {
      return known;
    }
  }

  private VersionedCredential note(Supplier<VersionedCredential> source) {
    try {
      VersionedCredential credential = source.get();
      given = credential.version();
      return credential;
    } catch (CloudException failure) {
      thrown = failure;
      throw failure;
    }
  }
}
