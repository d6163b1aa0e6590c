package dev.davit.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.Audit;
import dev.davit.AuditVerdict;
import dev.davit.Checkpoint;
import dev.davit.ports.store.AuditEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** An exported audit log, read line by line. */
final class AuditFile implements Iterator<AuditEntry>, AutoCloseable {
  private static final String UNREADABLE = "Line %d is not one that Davit exported.";

  private final BufferedReader lines;
  private long number;
  private long entries;
  private @Nullable AuditEntry next;
  private @Nullable String problem;

  /**
   * What was found of a file.
   *
   * @param end the checkpoint with which it ends; null if it does not
   */
  record Verified(AuditVerdict verdict, @Nullable Checkpoint end) {}

  /**
   * Whether a file is whole and its end signed by the key that it names, up to its last entry.
   *
   * @param trusted what must lie in it too, signed with the same key; null for whatever key the
   *     file itself names
   * @throws SettingsException if it is no export, or its end is signed with another key
   */
  static Verified verify(Path file, @Nullable Checkpoint trusted, LongConsumer progress)
      throws IOException {
    Checkpoint end = end(file);
    if (trusted != null && end != null && !trusted.publicKey().equals(end.publicKey())) {
      throw new SettingsException(
          List.of("The export was signed with another key than the checkpoint."));
    }
    Checkpoint signed = end != null && end.isSigned() ? end : null;
    AuditVerdict verdict = pass(file, signed, progress);
    requireExport(verdict, end);
    if (verdict.whole() && trusted != null) {
      verdict = pass(file, trusted, progress);
    }
    return new Verified(verdict.whole() ? atEnd(verdict, end) : verdict, end);
  }

  /** What neither begins nor ends as an export is another file. */
  private static void requireExport(AuditVerdict verdict, @Nullable Checkpoint end) {
    if (end == null && verdict.problem().equals(UNREADABLE.formatted(1))) {
      throw new SettingsException(List.of(verdict.problem()));
    }
  }

  private static AuditVerdict pass(Path file, @Nullable Checkpoint against, LongConsumer progress)
      throws IOException {
    try (AuditFile entries = new AuditFile(file)) {
      return entries.judged(Audit.verify(entries, against, progress));
    }
  }

  /** A line that can't be read ends the entries; an entry before it that is bad counts first. */
  private AuditVerdict judged(AuditVerdict verdict) {
    return problem == null || verdict.entries() < entries ? verdict : bad(entries, problem);
  }

  private static AuditVerdict atEnd(AuditVerdict whole, @Nullable Checkpoint end) {
    if (end == null) {
      return bad(whole.entries(), "The export was cut off: it does not end with a checkpoint.");
    }
    if (!end.isSigned()) {
      return bad(whole.entries(), "The end is not signed with the key that it names.");
    }
    return whole.entries() > end.sequence()
        ? bad(end.sequence(), "The entries from here on are not signed: the checkpoint is older.")
        : whole;
  }

  private static AuditVerdict bad(long whole, String problem) {
    return new AuditVerdict(whole, whole + 1, problem);
  }

  private static @Nullable Checkpoint end(Path file) throws IOException {
    try (BufferedReader lines = open(file)) {
      return AuditLine.checkpoint(lines.lines().reduce("{}", (one, next) -> next));
    } catch (SettingsException unreadable) {
      return null;
    }
  }

  /** What is no UTF-8 is shown as such, and so is not what was exported. */
  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8));
  }

  private AuditFile(Path file) throws IOException {
    lines = open(file);
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public AuditEntry next() {
    AuditEntry entry = next;
    if (entry == null) {
      throw new NoSuchElementException();
    }
    entries++;
    advance();
    return entry;
  }

  private void advance() {
    next = null;
    try {
      String line = lines.readLine();
      number++;
      if (line != null) {
        take(line);
      }
    } catch (SettingsException e) {
      problem = UNREADABLE.formatted(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String line) throws IOException {
    if (AuditLine.checkpoint(line) == null) {
      next = AuditLine.entry(line);
    } else if (lines.readLine() != null) {
      problem = "Line " + (number + 1) + " comes after the checkpoint that ends an export.";
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
