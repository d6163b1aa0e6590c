package dev.davit.app;

import dev.davit.Audit;
import dev.davit.AuditVerdict;
import dev.davit.Checkpoint;
import dev.davit.ports.store.AuditEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exported audit log, read line by line. */
final class AuditFile implements Iterator<AuditEntry>, AutoCloseable {
  private final BufferedReader lines;
  private long number;
  private @Nullable AuditEntry next;

  /**
   * Whether a file is whole and its end signed by the key that it names.
   *
   * @param trusted what must lie in it too, signed with the same key; null for whatever key the
   *     file itself names
   * @throws SettingsException if it is no export, or its end is signed with another key
   */
  static AuditVerdict verify(Path file, @Nullable Checkpoint trusted, LongConsumer progress)
      throws IOException {
    Checkpoint end = end(file);
    if (trusted != null && end != null && !trusted.publicKey().equals(end.publicKey())) {
      throw new SettingsException(
          List.of("The export was signed with another key than the checkpoint."));
    }
    AuditVerdict verdict = pass(file, end, progress);
    if (verdict.whole() && trusted != null) {
      verdict = pass(file, trusted, progress);
    }
    return verdict.whole() && end == null ? unsigned(verdict.entries()) : verdict;
  }

  private static AuditVerdict pass(Path file, @Nullable Checkpoint against, LongConsumer progress)
      throws IOException {
    try (AuditFile entries = new AuditFile(file)) {
      return Audit.verify(entries, against, progress);
    }
  }

  private static AuditVerdict unsigned(long entries) {
    return new AuditVerdict(
        entries, entries + 1, "The export was cut off: it does not end with a checkpoint.");
  }

  private static @Nullable Checkpoint end(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return AuditLine.checkpoint(AuditLine.read(lines.reduce("{}", (one, next) -> next)));
    }
  }

  private AuditFile(Path file) throws IOException {
    lines = Files.newBufferedReader(file);
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
    advance();
    return entry;
  }

  private void advance() {
    try {
      String line = lines.readLine();
      number++;
      Map<String, String> parts = line == null ? Map.of() : AuditLine.read(line);
      boolean over = line == null || AuditLine.checkpoint(parts) != null;
      next = over ? null : AuditLine.entry(parts);
    } catch (SettingsException e) {
      throw new SettingsException(List.of("Line " + number + " is not one that Davit exported."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
