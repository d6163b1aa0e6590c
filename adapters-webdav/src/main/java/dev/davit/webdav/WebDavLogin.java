package dev.davit.webdav;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import dev.davit.webdav.internal.http.Account;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.http.Transport;
import dev.davit.webdav.internal.http.TypedLogin;
import dev.davit.webdav.internal.storage.Propfind;
import java.util.Optional;

/** Tries what a user typed, by asking what is at the address. */
final class WebDavLogin implements Authentication.Fields {
  private final Transport transport;
  private final OutboundGuard guard;

  WebDavLogin(Transport transport, OutboundGuard guard) {
    this.transport = transport;
    this.guard = guard;
  }

  @Override
  public Grant verify(SecretFields fields) {
    TypedLogin login = TypedLogin.of(fields);
    Target typed = guard.parse(login.serverUrl());
    DavClient client = new DavClient(transport, guard, new Once(login.fields()));
    Propfind.Top top = top(client);
    if (!top.folder()) {
      throw notWebDav(null);
    }
    Target base = typed.withPath(top.path().endsWith("/") ? top.path() : top.path() + "/");
    return login.grant(base, client.isDigest() ? Account.Login.DIGEST : Account.Login.BASIC);
  }

  private Propfind.Top top(DavClient client) {
    try {
      return new Propfind(client).top();
    } catch (CloudException e) {
      throw judged(e);
    }
  }

  private CloudException judged(CloudException e) {
    if (Faults.isUnanswered(e)) {
      return Faults.silence(guard, e);
    }
    return switch (e.kind()) {
      case TOKEN_REJECTED, PROVIDER_DENIED ->
          new CloudException(
              ErrorKind.CREDENTIALS_REFUSED,
              "The server does not accept this user name and password.",
              e);
      case PROTOCOL, NOT_FOUND, CONFLICT, PRECONDITION_FAILED, INVALID_REQUEST, TOO_LARGE ->
          notWebDav(e);
      default -> e;
    };
  }

  private static CloudException notWebDav(@org.jspecify.annotations.Nullable CloudException e) {
    return new CloudException(
        ErrorKind.NOT_WEBDAV,
        "There is a server at this address, but no WebDAV folder.",
        Hints.field(Account.SERVER_URL),
        null,
        e);
  }

  /** WebDAV knows no way to end what a password opens. */
  @Override
  public void revoke(SecretFields fields) {}

  @Override
  public Optional<PageLogin> pageLogin() {
    return Optional.empty();
  }

  /** A credential that is tried once. */
  private record Once(SecretFields fields) implements CredentialSource {
    @Override
    public VersionedCredential current() {
      return new VersionedCredential(1, fields);
    }

    @Override
    public VersionedCredential rejected(long version) {
      throw new CloudException(
          ErrorKind.TOKEN_REJECTED, "The server does not accept this user name and password.");
    }
  }
}
