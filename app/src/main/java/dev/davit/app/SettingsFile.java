package dev.davit.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of settings, one {@code NAME=value} in a line. Nothing in a value has a meaning of its
 * own, neither backslash nor quote, since passwords and paths stand there; lines that are empty or
 * begin with {@code #} say nothing.
 */
final class SettingsFile {
  private SettingsFile() {}

  /**
   * What the file says.
   *
   * @param file null for none
   * @param faults where what is wrong with it is added, never with a value
   */
  static Map<String, String> read(@Nullable Path file, List<String> faults) {
    Map<String, String> values = new HashMap<>();
    if (file == null) {
      return values;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        add(values, lines.get(i).strip(), faults, "The file " + file + ", line " + (i + 1) + ", ");
      }
    } catch (IOException e) {
      faults.add("The file " + file + " can't be read as settings, one NAME=value in a line.");
    }
    return values;
  }

  private static void add(
      Map<String, String> values, String line, List<String> faults, String where) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    String name = line.substring(0, Math.max(0, equals)).strip();
    if (equals < 0) {
      faults.add(where + "is not NAME=value.");
    } else if (!SettingNames.ALL.contains(name)) {
      faults.add(where + "has " + name + ", which is no setting.");
    } else if (values.putIfAbsent(name, line.substring(equals + 1).strip()) != null) {
      faults.add(where + "has " + name + " a second time.");
    }
  }
}
