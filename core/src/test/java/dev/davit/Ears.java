package dev.davit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears all that Davit logs, until it is closed. */
final class Ears extends Handler {
  /** Every line, as it would be written. */
  final List<String> lines = new CopyOnWriteArrayList<>();

  private final Logger logger = Logger.getLogger("dev.davit");

  Ears() {
    logger.addHandler(this);
    logger.setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(new SimpleFormatter().format(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(null);
  }
}
