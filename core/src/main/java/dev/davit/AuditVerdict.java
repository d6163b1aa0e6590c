package dev.davit;

/**
 * What was found of the audit log.
 *
 * @param entries how many hang together, from the first one on
 * @param firstBad the sequence number of the first entry that is not as it was written, or not
 *     there; 0 if there is none
 * @param problem what is wrong there, a sentence; empty if nothing is
 */
public record AuditVerdict(long entries, long firstBad, String problem) {
  /** Whether nothing was found. */
  public boolean whole() {
    return firstBad == 0;
  }
}
