package dev.davit;

import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.Check;
import dev.davit.internal.connections.Connecting;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.ConnectionChoice;
import dev.davit.internal.connections.FieldConnect;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.connections.Sharing;
import dev.davit.internal.credentials.CredentialRows;
import dev.davit.internal.credentials.FreshCredentials;
import dev.davit.internal.credentials.Seals;
import dev.davit.internal.credentials.TokenEndpoint;
import dev.davit.internal.documents.Announcement;
import dev.davit.internal.documents.Claims;
import dev.davit.internal.documents.DocumentLists;
import dev.davit.internal.documents.DocumentStorage;
import dev.davit.internal.documents.GivingUp;
import dev.davit.internal.documents.OwnerFolders;
import dev.davit.internal.documents.PartedUploads;
import dev.davit.internal.documents.Reading;
import dev.davit.internal.documents.Removal;
import dev.davit.internal.documents.Targets;
import dev.davit.internal.documents.UploadEnd;
import dev.davit.internal.documents.Uploads;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.JobRunner;
import dev.davit.internal.jobs.JobWorkers;
import dev.davit.internal.leaving.Departure;
import dev.davit.internal.leaving.Disconnection;
import dev.davit.internal.leaving.Mark;
import dev.davit.internal.leaving.Mover;
import dev.davit.internal.listing.ChangeLists;
import dev.davit.internal.listing.Listings;
import dev.davit.internal.listing.PageTokens;
import dev.davit.internal.listing.Searches;
import dev.davit.internal.logins.LoginClearing;
import dev.davit.internal.logins.LoginEnd;
import dev.davit.internal.logins.LoginGrants;
import dev.davit.internal.logins.LoginPages;
import dev.davit.internal.logins.Logins;
import dev.davit.internal.logins.PendingLogins;
import dev.davit.internal.logins.StartLimit;
import dev.davit.internal.oauth.Ending;
import dev.davit.internal.oauth.Exchange;
import dev.davit.internal.oauth.Keeping;
import dev.davit.internal.oauth.OAuthClients;
import dev.davit.internal.oauth.PendingOAuths;
import dev.davit.internal.oauth.Starting;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.ProviderCalls;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.internal.purge.GrantEnd;
import dev.davit.internal.purge.PurgeEnd;
import dev.davit.internal.purge.PurgeJob;
import dev.davit.internal.purge.PurgeStart;
import dev.davit.internal.retention.Retention;
import dev.davit.ports.IdSource;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.store.Stores;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the use cases together. */
final class Wiring {
  private final Parts parts;
  private final Stores stores;
  private final IdSource ids;
  private final AuditLog audit;
  private final Owners owners;
  private final Seals seals;
  private final ProviderCalls calls;
  private final ProviderRegistry providers;
  private final ConnectionAccess access;
  private final ConnectionChoice choice;
  private final PageTokens tokens;

  private Wiring(Parts parts) {
    this.parts = parts;
    stores = parts.stores();
    ids = parts.ids();
    audit = new AuditLog(ids);
    owners = new Owners(parts.vault());
    seals = new Seals(stores, parts.vault(), audit, parts.clock());
    calls = new ProviderCalls(parts.observer(), parts.limiter(), parts.limits(), parts.timing());
    providers = new ProviderRegistry(calls, parts.providers(), parts.application());
    FreshCredentials credentials =
        FreshCredentials.of(
            new CredentialRows(stores, owners, seals, audit),
            new TokenEndpoint(providers, calls),
            parts.timing(),
            ids,
            parts.observer());
    access = new ConnectionAccess(stores, owners, providers, calls, credentials);
    choice = new ConnectionChoice(stores, owners, providers);
    tokens = new PageTokens(parts.vault());
  }

  static House of(Parts parts) {
    return new Wiring(parts).house();
  }

  private House house() {
    DocumentStorage storages = new DocumentStorage(access, providers);
    PurgeEnd purgeEnd = new PurgeEnd(audit);
    PurgeStart purges = new PurgeStart(ids, audit, purgeEnd, parts.purgeDeadline());
    Claims claims = new Claims(stores, owners, seals);
    Removal removal = new Removal(stores, storages, claims);
    Sharing sharing = new Sharing(stores, access);
    Revocation revocation = new Revocation(providers, calls, sharing);
    PartedUploads parted = new PartedUploads(owners, storages, removal, claims, parts.partSizes());
    Targets targets = new Targets(stores, owners, access, providers, new OwnerFolders(stores));
    Uploads uploads = uploads(targets, removal, parted);
    Reading reading = new Reading(stores, owners, storages);
    Disconnection disconnection =
        new Disconnection(
            stores,
            owners,
            access,
            revocation,
            new Mark(stores, access, new GivingUp(stores, removal), targets),
            new Departure(stores, removal, new Mover(reading, uploads, removal)),
            audit);
    LoginPages pages = new LoginPages(providers, calls);
    PendingLogins pending = new PendingLogins(parts.flows(), parts.vault(), seals);
    Connecting connecting = new Connecting(stores, owners, seals, audit, ids);
    LoginGrants grants =
        new LoginGrants(stores, owners, seals, connecting, pending, revocation, sharing);
    Logins logins =
        new Logins(stores, owners, pages, pending, grants, new StartLimit(parts.limiter()), ids);
    JobRunner jobs =
        jobs(
            removal,
            disconnection,
            new LoginEnd(stores, pages, pending, revocation, audit),
            new LoginClearing(stores, pending),
            new PurgeJob(
                stores, removal, new GrantEnd(access, revocation), purgeEnd, parts.observer()));
    ServerKeys keys = new ServerKeys(stores, parts.vault(), seals);
    Retention retention = new Retention(stores, parts.observer(), parts.auditRetention());
    return new House(
        providers,
        connections(disconnection, connecting, logins),
        oauth(connecting, revocation),
        files(),
        new Documents(
            stores, uploads, parted, reading, new DocumentLists(stores, owners, tokens), removal),
        new DefaultStorages(stores, owners, access, choice, providers),
        accounts(parts.hasher(), parts.limiter(), purges),
        new dev.davit.Owners(stores, purges),
        keys,
        new Audit(stores, audit, new AuditLists(stores, owners, tokens), keys),
        new Jobs(jobs, retention),
        parts.sweep().isZero() ? null : new JobWorkers(jobs, parts.sweep(), retention::run));
  }

  private Connections connections(
      Disconnection disconnection, Connecting connecting, Logins logins) {
    FieldConnect connect = new FieldConnect(stores, owners, providers, calls, connecting);
    Check check = new Check(stores, access);
    return new Connections(stores, owners, access, connect, logins, check, disconnection, audit);
  }

  private OAuth oauth(Connecting connecting, Revocation revocation) {
    OAuthClients clients = new OAuthClients(providers, calls, parts.callback());
    PendingOAuths pending = new PendingOAuths(parts.flows(), parts.vault(), seals);
    StartLimit limit = new StartLimit(parts.limiter());
    Keeping keeping = new Keeping(stores, owners, seals, clients, connecting, audit);
    Exchange exchange = new Exchange(stores, owners, clients, keeping, revocation);
    return new OAuth(
        new Starting(stores, owners, access, clients, pending, limit, ids),
        new Ending(stores, clients, pending, exchange, audit, ids),
        ids);
  }

  private Files files() {
    return new Files(
        access,
        choice,
        new Listings(access, parts.cache(), tokens, parts.observer()),
        new Searches(access, tokens),
        new ChangeLists(access, tokens),
        ids);
  }

  private Uploads uploads(Targets targets, Removal removal, PartedUploads parted) {
    Announcement announcement = new Announcement(stores, owners, ids);
    UploadEnd end = new UploadEnd(stores, removal, ids);
    return new Uploads(stores, targets, announcement, end, parted, parts.clock(), ids);
  }

  private @Nullable Accounts accounts(
      @Nullable PasswordHasher hasher, @Nullable RateLimiter limiter, PurgeStart purges) {
    return hasher == null || limiter == null
        ? null
        : new Accounts(stores, audit, ids, hasher, limiter, purges);
  }

  private JobRunner jobs(
      JobHandler removal,
      JobHandler disconnection,
      JobHandler login,
      JobHandler clearing,
      JobHandler purge) {
    Map<String, JobHandler> handlers =
        Map.of(
            JobKinds.SWEEP, removal,
            JobKinds.DELETE, removal,
            JobKinds.DISCONNECT, disconnection,
            JobKinds.LOGIN, login,
            JobKinds.LOGIN_DONE, login,
            JobKinds.LOGIN_OVER, clearing,
            JobKinds.PURGE, purge);
    return new JobRunner(stores, handlers, parts.observer(), ids);
  }
}
