package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import java.util.Optional;
import java.util.function.Function;

/** Through which every call to an account goes: faults first, then the credential. */
interface Gate {
  <T> T call(String operation, Function<MemoryAccount, T> work);

  /** An account that needs no password and knows no faults. */
  static Gate open(MemoryAccount account) {
    return new Gate() {
      @Override
      public <T> T call(String operation, Function<MemoryAccount, T> work) {
        return work.apply(account);
      }
    };
  }

  /** An account that needs no password. */
  static Gate faulty(MemoryAccount account) {
    return new Gate() {
      @Override
      public <T> T call(String operation, Function<MemoryAccount, T> work) {
        MemoryFaults faults = account.server().faults();
        faults.before(operation);
        T result = work.apply(account);
        faults.after(operation);
        return result;
      }
    };
  }

  /** The account that the credential opens; asked for a newer one once. */
  static Gate guarded(
      MemoryServer server,
      Function<Credential, Optional<MemoryAccount>> door,
      CredentialSource credentials) {
    return new Gate() {
      @Override
      public <T> T call(String operation, Function<MemoryAccount, T> work) {
        server.faults().before(operation);
        T result = work.apply(login(door, credentials));
        server.faults().after(operation);
        return result;
      }
    };
  }

  /** The account that a user name and a password open. */
  static Gate guarded(MemoryServer server, CredentialSource credentials) {
    return guarded(server, credential -> login(server, credential), credentials);
  }

  private static MemoryAccount login(
      Function<Credential, Optional<MemoryAccount>> door, CredentialSource credentials) {
    VersionedCredential first = credentials.current();
    return door.apply(first.credential())
        .or(() -> door.apply(credentials.rejected(first.version()).credential()))
        .orElseThrow(
            () -> new CloudException(ErrorKind.TOKEN_REJECTED, "The credential was refused."));
  }

  private static Optional<MemoryAccount> login(MemoryServer server, Credential credential) {
    if (credential instanceof SecretFields fields) {
      return server.login(fields.require("username"), new Secret(fields.require("password")));
    }
    return Optional.empty();
  }
}
