package dev.davit.app;

import java.util.List;

/** Settings that the server can't start with; its message names every fault, a line each. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
