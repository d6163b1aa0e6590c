package dev.davit.emulator.nextcloud;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The logins that have begun and are not done. */
final class LoginFlows {
  private static final Duration LIFETIME = Duration.ofMinutes(20);

  private final InstantSource clock;
  private final Accounts accounts;
  private final Map<String, LoginFlow> byPoll = new HashMap<>();
  private final Map<String, LoginFlow.Granted> granted = new HashMap<>();

  LoginFlows(InstantSource clock, Accounts accounts) {
    this.clock = clock;
    this.accounts = accounts;
  }

  synchronized LoginFlow begin(String client) {
    LoginFlow flow =
        new LoginFlow(Tokens.flow(), Tokens.flow(), client, clock.instant().plus(LIFETIME));
    byPoll.put(flow.pollToken(), flow);
    return flow;
  }

  /** What was granted, once; empty while nothing is, and for tokens that nobody knows any more. */
  synchronized Optional<LoginFlow.Granted> poll(String pollToken) {
    forgetOld();
    if (!byPoll.containsKey(pollToken)) {
      return Optional.empty();
    }
    Optional<LoginFlow.Granted> done = Optional.ofNullable(granted.remove(pollToken));
    done.ifPresent(yes -> byPoll.remove(pollToken));
    return done;
  }

  synchronized Optional<LoginFlow> byLogin(String loginToken) {
    forgetOld();
    return byPoll.values().stream()
        .filter(flow -> flow.loginToken().equals(loginToken))
        .findFirst();
  }

  /** The user says yes; a second yes makes a second password, and the first is never fetched. */
  synchronized void grant(LoginFlow flow, Account account, String server) {
    AppPassword password = accounts.grant(account, flow.client());
    granted.put(flow.pollToken(), new LoginFlow.Granted(server, password));
  }

  /** The user says no: nobody will ever get anything from it. */
  synchronized void deny(LoginFlow flow) {
    byPoll.remove(flow.pollToken());
    granted.remove(flow.pollToken());
  }

  private void forgetOld() {
    byPoll.values().removeIf(flow -> !flow.until().isAfter(clock.instant()));
    granted.keySet().retainAll(byPoll.keySet());
  }
}
