package dev.davit.testkit.memory;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The far side of a {@link MemoryStorageProvider}: what a test does behind Davit's back. Safe for
 * use by many threads.
 */
public final class MemoryServer {
  private final InstantSource clock;
  private final Names names;
  private final MemoryFaults faults = new MemoryFaults();
  private final MemoryPageLogin pages = new MemoryPageLogin(this);
  private final ConcurrentMap<String, MemoryAccount> accounts = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Secret> passwords = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong revisions = new AtomicLong();

  MemoryServer(InstantSource clock, Names names) {
    this.clock = clock;
    this.names = names;
  }

  /** Adds an account with an empty storage; of one that is there, only sets the password. */
  public void addAccount(String name, Secret password) {
    accounts.computeIfAbsent(name, key -> new MemoryAccount(this));
    passwords.put(name, password);
  }

  /** Refuses an account from now on, until a password is set for it again. Its files stay. */
  public void lockOut(String name) {
    passwords.remove(name);
  }

  /**
   * How many bytes an account may hold.
   *
   * @param bytes null if there is no limit, as at first
   */
  public void setQuota(String name, @Nullable Long bytes) {
    MemoryAccount account = require(name);
    account.alone(
        () -> {
          account.quota(bytes);
          return account;
        });
  }

  /** How many uploads of an account were begun and neither finished nor cleared up. */
  public int unfinished(String name) {
    MemoryAccount account = require(name);
    return account.alone(account::unfinished);
  }

  /** The names of what an account has in its bin, oldest first. */
  public List<String> bin(String name) {
    MemoryAccount account = require(name);
    return account.alone(() -> List.copyOf(account.bin()));
  }

  /** What a test sees in an account: no password, no faults, not counted. */
  public Storage look(String name) {
    return new MemoryStorage(Gate.open(require(name)));
  }

  /** What goes wrong here, and what was called. */
  public MemoryFaults faults() {
    return faults;
  }

  /** The pages on which users log in, and what they decide there. */
  public MemoryPageLogin pages() {
    return pages;
  }

  /**
   * An account's password now.
   *
   * @throws IllegalArgumentException if there is no such account, or it is locked out
   */
  Secret password(String name) {
    Secret password = passwords.get(name);
    if (password == null) {
      throw new IllegalArgumentException("no account " + name + " can log in");
    }
    return password;
  }

  /** The account, if this is its password now. */
  Optional<MemoryAccount> login(String name, Secret password) {
    return password.equals(passwords.get(name)) ? Optional.of(require(name)) : Optional.empty();
  }

  MemoryAccount require(String name) {
    MemoryAccount account = accounts.get(name);
    if (account == null) {
      throw new IllegalArgumentException("no account " + name + " was added");
    }
    return account;
  }

  Names names() {
    return names;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  long newRevision() {
    return revisions.incrementAndGet();
  }

  /** Far from the id before, so that an altered id is hardly ever another's. */
  EntryId newId() {
    return new EntryId("m1-%016x".formatted(ids.incrementAndGet() * 0x9E3779B97F4A7C15L));
  }
}
