package dev.davit.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where settings come from, the same for every command. */
final class SettingsOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for database, documents and keyset (DAVIT_DATA; ./davit-data).")
  @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "File with settings, NAME=value; environment variables go over it.")
  @Nullable Path config;

  /** The settings, where the command line goes over the environment, and that over the file. */
  Settings load(Map<String, String> flags) {
    Map<String, String> all = new HashMap<>(flags);
    if (data != null) {
      all.put("DAVIT_DATA", data.toString());
    }
    return SettingsLoader.load(System.getenv(), config, all);
  }
}
