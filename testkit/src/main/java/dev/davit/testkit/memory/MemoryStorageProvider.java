package dev.davit.testkit.memory;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.FieldSpec;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/**
 * A storage provider in memory that can do everything the ports know of. Its entry ids survive
 * moves and are of use in their own account only.
 */
public final class MemoryStorageProvider implements StorageProvider {
  private static final String NOBODY = "operator";

  private final ProviderInfo info;
  private final Authentication authentication;
  private final MemoryServer server;
  private final Function<CredentialSource, Gate> gates;

  private MemoryStorageProvider(
      ProviderInfo info,
      Authentication authentication,
      MemoryServer server,
      Function<CredentialSource, Gate> gates) {
    this.info = info;
    this.authentication = authentication;
    this.server = server;
    this.gates = gates;
  }

  /**
   * The provider {@code memory}, to which users connect with {@code username} and {@code password}
   * of an account of its {@link #server}, or on the server's {@link MemoryServer#pages}. It takes
   * any name of 1 to 255 bytes, also {@code a/b} and {@code ..}.
   */
  public static MemoryStorageProvider fields(InstantSource clock) {
    return fields(new ProviderId("memory"), clock);
  }

  /** As {@link #fields(InstantSource)}, under another id. */
  public static MemoryStorageProvider fields(ProviderId id, InstantSource clock) {
    MemoryServer server = new MemoryServer(clock, Names.FREE);
    List<FieldSpec> fields =
        List.of(
            new FieldSpec("username", "User name", FieldSpec.Kind.TEXT, ""),
            new FieldSpec("password", "Password", FieldSpec.Kind.PASSWORD, ""));
    return new MemoryStorageProvider(
        info(id, fields),
        new MemoryLogin(server),
        server,
        credentials -> Gate.guarded(server, credentials));
  }

  /**
   * The provider {@code memory_operator}, which the operator has set up: one storage for whoever
   * opens it, whatever the credential. It takes the names that a disk takes. Its {@link #server}
   * knows it as the account {@code operator}.
   */
  public static MemoryStorageProvider operator(InstantSource clock) {
    MemoryServer server = new MemoryServer(clock, Names.OF_A_DISK);
    server.addAccount(NOBODY, new Secret(""));
    Gate gate = Gate.faulty(server.require(NOBODY));
    return new MemoryStorageProvider(
        info(new ProviderId("memory_operator"), List.of()),
        new Authentication.Operator(),
        server,
        credentials -> gate);
  }

  /** The far side: accounts, faults, counters. */
  public MemoryServer server() {
    return server;
  }

  @Override
  public ProviderInfo info() {
    return info;
  }

  @Override
  public Authentication authentication() {
    return authentication;
  }

  @Override
  public Storage open(CredentialSource credentials) {
    return new MemoryStorage(gates.apply(credentials));
  }

  private static ProviderInfo info(ProviderId id, List<FieldSpec> fields) {
    return new ProviderInfo(
        id, "Memory", EnumSet.allOf(Capability.class), fields, !fields.isEmpty());
  }
}
