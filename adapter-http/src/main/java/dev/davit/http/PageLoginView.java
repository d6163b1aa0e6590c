package dev.davit.http;

import dev.davit.ports.store.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a log-in on a server's page stands.
 *
 * @param state {@code waiting} or {@code connected}
 * @param connection what came of it; null while waiting
 */
record PageLoginView(String state, @Nullable ConnectionView connection) implements View {
  static PageLoginView of(Optional<Connection> made) {
    return made.map(connection -> new PageLoginView("connected", ConnectionView.of(connection)))
        .orElseGet(() -> new PageLoginView("waiting", null));
  }
}
