package dev.davit.emulator.oauth;

/** Parameters that nobody can make sense of. */
public final class MalformedForm extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String repeated;

  MalformedForm(String repeated) {
    super("Not a form.", null, false, false);
    this.repeated = repeated;
  }

  /** Which parameter is there twice; empty when the encoding is what is wrong. */
  public String repeated() {
    return repeated;
  }
}
