package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Basic;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets in who has a password, everywhere but on the public pages (WebDAV/basic.rst: all requests
 * need authentication; nextcloud/server {@code apps/dav/lib/Connector/Sabre/Auth.php}, {@code
 * ocs/v2.php}).
 */
final class AuthFilter extends HttpFilter {
  private final transient Accounts accounts;
  private final transient BruteForce bruteForce;

  AuthFilter(Accounts accounts, BruteForce bruteForce) {
    this.accounts = accounts;
    this.bruteForce = bruteForce;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Refusals refusals = Refusals.of(request);
    if (!refusals.asksForPassword()) {
      chain.doFilter(request, response);
    } else if (bruteForce.blocks()) {
      refusals.tooManyRequests(response);
    } else {
      Optional<Identity> known = known(request);
      if (known.isPresent()) {
        known.get().into(request);
        chain.doFilter(request, response);
      } else {
        refusals.unauthenticated(response);
      }
    }
  }

  private Optional<Identity> known(HttpServletRequest request) {
    Optional<Basic> sent = Basic.of(request);
    Optional<Identity> known = sent.flatMap(it -> accounts.check(it.login(), it.password()));
    if (sent.isPresent() && known.isEmpty()) {
      bruteForce.failed();
    }
    return known;
  }
}
