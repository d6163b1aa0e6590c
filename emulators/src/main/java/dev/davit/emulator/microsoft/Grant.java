package dev.davit.emulator.microsoft;

/**
 * What one code, or one consent without a page, began: all tokens that came of it belong to it.
 *
 * @param number of its own
 */
record Grant(long number, MicrosoftAccount account, MicrosoftClient client) {
  boolean is(MicrosoftAccount whose, MicrosoftClient what) {
    return account.equals(whose) && client.id().equals(what.id());
  }
}
