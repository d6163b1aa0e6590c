package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.IdSource;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects an account by a log-in on the server's own page. */
public final class Logins {
  /** Providers are asked after one log-in no more often than this. */
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Stores stores;
  private final Owners owners;
  private final LoginPages pages;
  private final PendingLogins pending;
  private final LoginGrants grants;
  private final StartLimit limit;
  private final IdSource ids;

  public Logins(
      Stores stores,
      Owners owners,
      LoginPages pages,
      PendingLogins pending,
      LoginGrants grants,
      StartLimit limit,
      IdSource ids) {
    this.stores = stores;
    this.owners = owners;
    this.pages = pages;
    this.pending = pending;
    this.grants = grants;
    this.limit = limit;
    this.ids = ids;
  }

  /** Begins a log-in. From now on a job stands for it, until its time is over. */
  public Begun start(OwnerId id, ProviderId provider, String serverUrl, @Nullable String name) {
    pages.require(provider);
    Owner expected = stores.reading(tx -> owners.expected(tx, id));
    limit.count("page-login", id);
    PageLogin.Started started = pages.start(provider, serverUrl);
    Secret handle = new Secret(ids.next() + ids.next());
    Duration lifetime = LoginJobs.lifetime(started.lifetime());
    LoginAt at =
        stores.inTransaction(
            tx ->
                LoginJobs.begin(
                    tx, owners.findOrAdd(tx, expected).owner(), provider, handle, lifetime));
    pending.put(
        at.owner(), at.key(), new PendingLogin(provider, name, started.state(), at.now(), null));
    requirePending(at);
    return new Begun(handle, started.page(), lifetime);
  }

  /** One whose owner was purged meanwhile is over: nobody would ask after what is granted now. */
  private void requirePending(LoginAt at) {
    if (!stores.<Boolean>reading(tx -> LoginJobs.isPending(tx, at.key()))) {
      Quietly.tryTo(() -> pending.drop(at.key()));
      throw Problems.noSuchLogin();
    }
  }

  /** Asks after a log-in; empty as long as the user has not decided. */
  public Optional<Connection> poll(OwnerId id, ProviderId provider, Secret handle, Actor actor) {
    pages.require(provider);
    LoginAt at = stores.reading(tx -> find(tx, id, provider, handle));
    if (at.made() != null) {
      return Optional.of(at.made());
    }
    return pending
        .lease(at.owner(), at.key(), at.now())
        .flatMap(login -> granted(at, login).map(grant -> grants.keep(at, login, grant, actor)));
  }

  private LoginAt find(Transaction tx, OwnerId id, ProviderId provider, Secret handle) {
    return owners
        .find(tx, id)
        .flatMap(owner -> LoginJobs.find(tx, owner.owner(), provider, handle))
        .orElseThrow(Problems::noSuchLogin);
  }

  private Optional<Grant> granted(LoginAt at, PendingLogin login) {
    if (login.grant() != null) {
      return Optional.of(login.grant());
    }
    try {
      Optional<Grant> grant = pages.poll(login);
      if (grant.isEmpty()) {
        release(at, login);
      }
      return grant;
    } catch (RuntimeException failure) {
      release(at, login);
      throw failure;
    }
  }

  /** Lets others ask again soon; should that fail, they may when the lease ends. */
  private void release(LoginAt at, PendingLogin login) {
    Quietly.tryTo(
        () -> pending.replace(at.owner(), at.key(), login.notBefore(at.now().plus(PACE))));
  }
}
