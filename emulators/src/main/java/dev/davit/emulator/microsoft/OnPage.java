package dev.davit.emulator.microsoft;

/** A refusal that the user is told, and the client never. */
final class OnPage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StsError error;

  OnPage(StsError error) {
    super(error.words(), null, false, false);
    this.error = error;
  }

  /** A page that is not, or no longer, this browser's to answer. */
  static OnPage forged() {
    return new OnPage(AadSts.MALFORMED.about());
  }

  StsError error() {
    return error;
  }
}
