package dev.davit.persistence.redis;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * All that is logged by some loggers of the JDK, down to DEBUG. Redis' client logs there where no
 * other library for logs is.
 */
final class Overheard extends Handler implements AutoCloseable {
  private final StringWriter all = new StringWriter();
  private final List<Logger> loggers;

  private Overheard(List<Logger> loggers) {
    this.loggers = loggers;
  }

  static Overheard of(String... names) {
    Overheard heard = new Overheard(Arrays.stream(names).map(Logger::getLogger).toList());
    for (Logger logger : heard.loggers) {
      logger.setLevel(Level.FINE);
      logger.setUseParentHandlers(false);
      logger.addHandler(heard);
    }
    return heard;
  }

  @Override
  public synchronized void publish(LogRecord line) {
    PrintWriter out = new PrintWriter(all);
    out.println(line.getLoggerName() + " " + text(line));
    if (line.getThrown() != null) {
      line.getThrown().printStackTrace(out);
    }
  }

  private static String text(LogRecord line) {
    Object[] parameters = line.getParameters();
    return parameters == null
        ? line.getMessage()
        : MessageFormat.format(line.getMessage(), parameters);
  }

  synchronized String text() {
    return all.toString();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    for (Logger logger : loggers) {
      logger.removeHandler(this);
      logger.setLevel(null);
      logger.setUseParentHandlers(true);
    }
  }
}
