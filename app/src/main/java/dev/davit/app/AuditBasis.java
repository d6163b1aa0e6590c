package dev.davit.app;

import dev.davit.Checkpoint;
import org.jspecify.annotations.Nullable;

/** On what the word that an audit log is whole rests, in sentences for whoever reads it. */
final class AuditBasis {
  private AuditBasis() {}

  /** Of the log in the database. */
  static String ofLog(@Nullable Checkpoint trusted) {
    return trusted == null
        ? "No checkpoint was given (--checkpoint): a cut tail, or a log that was written anew, can't"
            + " be seen."
        : "It goes on from the checkpoint of "
            + what(trusted)
            + ", this server's. What came after that entry hangs together, but its tail could be cut.";
  }

  /** Of an export that ends with this checkpoint. */
  static String ofExport(Checkpoint end, @Nullable Checkpoint trusted) {
    return trusted == null
        ? "It was signed as "
            + what(end)
            + ". Nobody vouches for that key here: give a checkpoint that was kept (--checkpoint)."
        : "It goes on from the checkpoint of "
            + what(trusted)
            + ", and ends with one of entry "
            + end.sequence()
            + " of that key.";
  }

  private static String what(Checkpoint checkpoint) {
    return "entry "
        + checkpoint.sequence()
        + ", "
        + checkpoint.at()
        + ", with the key "
        + checkpoint.fingerprint();
  }
}
