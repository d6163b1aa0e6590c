package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Answer;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Span;
import dev.davit.ports.CloudException;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Gets bytes from the addresses that Graph hands out for that. They are good for some minutes and
 * for whoever has them, so they are asked without the account's credential, and each is used at
 * once; one that is refused is replaced once.
 */
final class Downloads {
  private final GraphClient client;

  Downloads(GraphClient client) {
    this.client = client;
  }

  /**
   * Asks for a file.
   *
   * @param wanted which bytes; null for all
   * @return an answer with bytes, which must be closed
   */
  Answer open(ItemId file, @Nullable Span wanted) {
    Answer first = ask(file, wanted);
    if (!isRefused(first)) {
      return succeeded(first);
    }
    first.close();
    return succeeded(ask(file, wanted));
  }

  private static boolean isRefused(Answer answer) {
    return switch (answer.status()) {
      case 401, 403, 404 -> true;
      default -> false;
    };
  }

  private static Answer succeeded(Answer answer) {
    if (answer.isSuccess()) {
      return answer;
    }
    try (answer) {
      throw Faults.bare(answer);
    }
  }

  private Answer ask(ItemId file, @Nullable Span wanted) {
    Call call = Call.of("GET", address(file)).streaming();
    return client.bare(wanted == null ? call : call.with("Range", wanted.header()));
  }

  /** A fresh address. */
  private URI address(ItemId file) {
    try (Answer answer = client.send(Call.of("GET", client.at(file.spot().part("content"))))) {
      String location = answer.header("Location");
      if (answer.status() / 100 == 3 && location != null) {
        return client.endpoints().bare(location);
      }
      throw answer.status() < 400 ? misdirected() : Faults.of(answer);
    }
  }

  private static CloudException misdirected() {
    return Faults.protocol(new IOException("content without an address of it"));
  }
}
