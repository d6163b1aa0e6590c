package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers land after they were at a provider: on an address of the operator's and never on
 * one from a request, with a word of ours and never with the provider's.
 */
final class Landing {
  private final URI page;
  private final URI frontend;

  /**
   * Landings of this server.
   *
   * @param configured the operator's frontend; null for this server's own page
   */
  Landing(URI publicUrl, @Nullable URI configured) {
    boolean elsewhere = configured != null && !Origins.isSame(configured, publicUrl);
    URI own = publicUrl.resolve("/");
    this.page = configured == null || elsewhere ? own : configured;
    this.frontend = configured == null ? own : configured;
  }

  /** Whether there is a frontend of another origin, whose browser can hold no cookie of ours. */
  boolean isElsewhere() {
    return !frontend.equals(page);
  }

  /** After a connect that this origin's page began. */
  String connected(ProviderId provider) {
    return page + "?cloud_connected=" + provider;
  }

  /**
   * With what the frontend elsewhere completes the connect; in the fragment, which goes to no
   * server and into no {@code Referer}.
   */
  String parked(Secret handle) {
    return frontend + "#cloud_handle=" + handle.reveal();
  }

  /**
   * After a connect that came to nothing.
   *
   * @param elsewhere whether the frontend elsewhere began it
   */
  String failed(CloudException failure, boolean elsewhere) {
    return (elsewhere ? frontend : page) + "?cloud_error=" + word(failure);
  }

  private static String word(CloudException failure) {
    String reason = failure.hints().reason();
    return reason == null ? ProblemType.of(failure.kind()).word() : reason.replace('_', '-');
  }
}
