package dev.davit.demo;

import dev.davit.emulator.oauth.OAuthEmulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An emulated cloud that is connected on pages of its own.
 *
 * @param <E> the emulator
 */
abstract class DemoOAuthCloud<E extends OAuthEmulator<?>> implements AutoCloseable {
  private static final String MARGIN = " ".repeat(14);

  private final E emulator;
  private final String vendor;
  private final List<String> accounts;

  /**
   * One that is started.
   *
   * @param vendor as settings name it
   * @param accounts what can be chosen on its pages
   */
  DemoOAuthCloud(E emulator, String vendor, List<String> accounts) {
    this.emulator = emulator;
    this.vendor = vendor;
    this.accounts = accounts;
  }

  final E emulator() {
    return emulator;
  }

  /** What points a server at it, for a client that it knows. */
  final Map<String, String> settings(String id, String secret) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("DAVIT_DEV_" + vendor + "_URL", address());
    settings.put("DAVIT_" + vendor + "_CLIENT_ID", id);
    settings.put("DAVIT_" + vendor + "_CLIENT_SECRET", secret);
    return settings;
  }

  /** What points a server at it. */
  abstract Map<String, String> settings();

  /** Without a slash at the end. */
  private String address() {
    String url = emulator.url().toString();
    return url.substring(0, url.length() - 1);
  }

  /** Who can be chosen on its pages, and where it is, in lines. */
  final String whatToChoose() {
    return String.join(
        System.lineSeparator(),
        MARGIN + "address:  " + address(),
        MARGIN + "accounts: " + String.join(", ", accounts) + "   (no password)");
  }

  @Override
  public final void close() {
    emulator.close();
  }
}
