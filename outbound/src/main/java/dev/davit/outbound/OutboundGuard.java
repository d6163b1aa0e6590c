package dev.davit.outbound;

import dev.davit.outbound.Refusal.Reason;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The one way to a server whose address a user typed, or another server handed out. It lets
 * requests go only to public addresses over verified TLS, and to what the operator has listed;
 * judges anew at each connect, on the address that is then connected to; and never goes through a
 * proxy, which would look the name up again.
 *
 * <p>Whatever stands in the way is {@link ErrorKind#ADDRESS_REFUSED} with one and the same text, so
 * that it can't be used to look around; the cause says which it was, for the operator's log. Safe
 * for use by many threads; holds no resources that must be closed.
 */
public final class OutboundGuard {
  /** How many addresses of a name are tried. */
  private static final int MAX_TRIES = 4;

  private final Policy policy;
  private final Lookup lookup;
  private final Connector connector;
  private final SSLContext tls;

  private OutboundGuard(Builder builder) {
    policy = new Policy(builder.rules, builder.loopback, OwnAddresses.of(builder.own));
    lookup = new Lookup(builder.resolver, builder.dnsDeadline);
    connector = builder.connector;
    tls = Trust.context(builder.authorities);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads what a user typed: at most 2,048 printable ASCII characters of the form {@code
   * https://host[:port][/path]}, without user info, query or fragment. Refuses what can be refused
   * without a lookup; sends nothing.
   *
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}
   */
  public Target parse(String typed) {
    Target target = TargetGrammar.typed(typed);
    check(target);
    return target;
  }

  /**
   * Reads an address that a server handed out (an href, a {@code Location}), relative or absolute.
   * What servers tend to leave unencoded in its path is encoded; queries and fragments are refused.
   *
   * @param from the address of the request that it answered
   * @return of the same origin as {@code from}, always
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}, also if it leads to another origin
   */
  public Target follow(Target from, String location) {
    Target target = TargetGrammar.handedOut(from, location);
    if (!target.sameOrigin(from)) {
      throw Refusal.of(Reason.ORIGIN, target.authority(), null);
    }
    check(target);
    return target;
  }

  /**
   * The addresses of the target now, each of them judged: one that may not be reached refuses all.
   *
   * @return one or more
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}
   */
  public List<InetAddress> resolve(Target target) {
    policy.checkName(target);
    List<InetAddress> answers =
        HostGrammar.literal(target.host())
            .map(List::of)
            .orElseGet(() -> lookup.resolve(target.host()));
    answers.forEach(address -> policy.checkAddress(target, address));
    return answers;
  }

  /**
   * A TCP connection to one of the addresses that {@link #resolve} answers in this very call. For
   * https it still needs {@link #secure}; {@link #open} does both.
   *
   * @param timeout for all tries together, after the lookup; more than zero
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}
   */
  public Socket connect(Target target, Duration timeout) {
    List<InetAddress> addresses = resolve(target);
    int tries = Math.min(MAX_TRIES, addresses.size());
    IOException last = new SocketTimeoutException("no time left");
    for (InetAddress address : addresses.subList(0, tries)) {
      try {
        return connector.connect(
            new InetSocketAddress(address, target.port()), timeout.dividedBy(tries));
      } catch (IOException e) {
        last = e;
      }
    }
    throw Refusal.of(Reason.UNREACHABLE, target.authority(), last);
  }

  /**
   * TLS over a connection to the target, its certificate verified and its name in it. If that
   * fails, the connection is closed.
   *
   * @param connection as {@link #connect} answered it for this target
   * @param timeout for the whole handshake, however slowly the other side drips; more than zero
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}
   */
  public SSLSocket secure(Socket connection, Target target, Duration timeout) {
    Future<?> deadline = Sockets.closeAfter(connection, timeout);
    try {
      SSLSocket secured =
          (SSLSocket)
              tls.getSocketFactory().createSocket(connection, target.host(), target.port(), true);
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      return secured;
    } catch (IOException e) {
      Sockets.closeQuietly(connection);
      throw Refusal.of(Reason.TLS, target.authority(), e);
    } finally {
      deadline.cancel(false);
    }
  }

  /**
   * A connection that is ready to speak: plain for http, verified TLS for https.
   *
   * @param timeout for connecting, and again for the handshake; more than zero
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}
   */
  public Socket open(Target target, Duration timeout) {
    Socket connection = connect(target, timeout);
    return target.isTls() ? secure(connection, target, timeout) : connection;
  }

  /**
   * TLS that trusts the system's authorities and the operator's. Every handshake through it
   * verifies the chain and the host's name, also where the client forgot to ask for that.
   */
  public SSLContext tls() {
    return tls;
  }

  private void check(Target target) {
    policy.checkName(target);
    HostGrammar.literal(target.host()).ifPresent(address -> policy.checkAddress(target, address));
  }

  /** Builds a guard. Without any setting, it lets requests go to public addresses only. */
  public static final class Builder {
    private final List<AllowRule> rules = new ArrayList<>();
    private final List<InetSocketAddress> own = new ArrayList<>();
    private final List<X509Certificate> authorities = new ArrayList<>();
    private boolean loopback;
    private Duration dnsDeadline = Duration.ofSeconds(5);
    private NameResolver resolver = Lookup::bySystem;
    private Connector connector = Sockets::connect;

    private Builder() {}

    /** What the operator opens beyond the public Internet. */
    public Builder allow(Collection<AllowRule> listed) {
      rules.addAll(listed);
      return this;
    }

    /**
     * Opens loopback addresses and {@code localhost}, by http too and on any port. For development
     * only: everybody who may connect a storage can then reach what listens on this machine.
     */
    public Builder allowLoopback(boolean allowed) {
      loopback = allowed;
      return this;
    }

    /**
     * What belongs to this service itself and is closed whatever else is open: its listener, its
     * database, its Redis. Port 0 stands for every port, the wildcard address for every address of
     * this machine, and an unresolved one for its name.
     */
    public Builder denySelf(Collection<InetSocketAddress> addresses) {
      own.addAll(addresses);
      return this;
    }

    /** Private authorities to trust besides the system's. */
    public Builder trust(Collection<X509Certificate> certificates) {
      authorities.addAll(certificates);
      return this;
    }

    /**
     * A PEM file of private authorities to trust besides the system's; read now.
     *
     * @throws CloudException {@link ErrorKind#MISCONFIGURED} if it can't be read or holds none
     */
    public Builder trust(Path pem) {
      return trust(Trust.read(pem));
    }

    /** How long a lookup may take, more than zero; 5 seconds unless said. */
    public Builder dnsDeadline(Duration deadline) {
      dnsDeadline = deadline;
      return this;
    }

    /** Where names are looked up; the system's resolver unless said. */
    public Builder resolver(NameResolver names) {
      resolver = names;
      return this;
    }

    /** How connections are made; plain sockets without a proxy unless said. */
    public Builder connector(Connector connections) {
      connector = connections;
      return this;
    }

    /**
     * The guard.
     *
     * @throws CloudException {@link ErrorKind#MISCONFIGURED} if the system's authorities can't be
     *     used
     */
    public OutboundGuard build() {
      return new OutboundGuard(this);
    }
  }
}
