package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.VersionedCredential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Credentials in a row: one that is rejected gives way to the next; after the last it is over. */
final class Renewals implements CredentialSource {
  private final List<Credential> row;
  private final List<Long> rejected = new ArrayList<>();
  private int at;

  Renewals(Credential... row) {
    this.row = List.of(row);
  }

  /** The same credential so many times. */
  static Renewals of(Credential credential, int times) {
    return new Renewals(Collections.nCopies(times, credential).toArray(Credential[]::new));
  }

  @Override
  public synchronized VersionedCredential current() {
    return new VersionedCredential(at + 1L, row.get(at));
  }

  @Override
  public synchronized VersionedCredential rejected(long version) {
    rejected.add(version);
    if (version == at + 1L) {
      if (at + 1 == row.size()) {
        throw new CloudException(ErrorKind.REAUTH_REQUIRED, "Connect this account again.");
      }
      at++;
    }
    return current();
  }

  /** The versions that were rejected, in order. */
  synchronized List<Long> rejected() {
    return List.copyOf(rejected);
  }
}
