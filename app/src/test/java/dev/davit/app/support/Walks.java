package dev.davit.app.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every walk through the page begins with, and what it leaves behind. */
public final class Walks {
  private static final Path PICTURES = Path.of("target", "page-walk");

  private Walks() {}

  /** Somebody new makes an account. */
  public static void register(Browser browser, House house, String email) {
    browser.size(1100, 850).visit(house.page()).press("Register").headed("Register");
    browser.type("E-mail address", email).type("Password", House.PASSWORD).press("Register");
    browser.headed("Storage").see("Nothing is connected yet");
  }

  /** Keeps what there is to be seen. */
  public static void picture(Browser browser, String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), browser.picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
