package dev.davit.internal.accounts;

import dev.davit.internal.codec.Sha256;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import java.time.Duration;

/** How often passwords may be tried: for one account, and from one address. */
public final class LoginLimits {
  private static final Limit ACCOUNT = new Limit(10, Duration.ofMinutes(10));
  private static final Limit ADDRESS = new Limit(100, Duration.ofMinutes(10));

  private final RateLimiter limiter;

  public LoginLimits(RateLimiter limiter) {
    this.limiter = limiter;
  }

  /** Counts a try; emails stand in the limiter as hashes. */
  public void login(String email, String address) {
    take("login:address:" + address, ADDRESS);
    take("login:email:" + Sha256.hex(email), ACCOUNT);
  }

  /** Counts a try of an account's old password. */
  public void change(String account) {
    take("password:" + account, ACCOUNT);
  }

  private void take(String name, Limit limit) {
    limiter
        .tryAcquire(name, limit)
        .ifPresent(
            wait -> {
              throw new CloudException(
                  ErrorKind.RATE_LIMITED,
                  "There were too many attempts. Wait a while.",
                  Hints.NONE,
                  wait,
                  null);
            });
  }
}
