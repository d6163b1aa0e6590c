package dev.davit.http;

import org.jspecify.annotations.Nullable;

/** Where a server's numbers are, for those who watch it. */
@FunctionalInterface
public interface MetricsSource {
  /**
   * The numbers of this moment. Must answer soon, whatever else is slow, and must not throw.
   *
   * @param accept the header {@code Accept} of who asks; null if there is none
   */
  Scrape scrape(@Nullable String accept);

  /**
   * Numbers as text.
   *
   * @param mediaType in which form, with its version and charset
   * @param text as it stands
   */
  record Scrape(String mediaType, String text) {}
}
