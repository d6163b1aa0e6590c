package dev.davit.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings one by one and collects what is wrong with them, so that all of it can be said at
 * once.
 */
final class SettingsReader {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,15}) ?(|KiB|MiB|GiB|TiB)");

  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  void fault(String fault) {
    faults.add(fault);
  }

  /** The text of a setting; what is blank counts as not set. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The text of a setting, or of the file that NAME_FILE names. */
  Optional<String> secret(String name) {
    Optional<Path> file = path(name + "_FILE");
    if (file.isEmpty()) {
      return text(name);
    }
    if (text(name).isPresent()) {
      faults.add(name + " and " + name + "_FILE are both set: keep one of them.");
    }
    try {
      return Optional.of(Files.readString(file.get()).strip()).filter(v -> !v.isEmpty());
    } catch (IOException e) {
      faults.add(name + "_FILE names " + file.get() + ", which can't be read.");
      return Optional.empty();
    }
  }

  /** Whether a secret is set, or the file that it is in. */
  boolean isNamed(String secret) {
    return text(secret).or(() -> text(secret + "_FILE")).isPresent();
  }

  /** Notes each of these that is set, though it means nothing as things are. */
  void refuse(List<String> names, String why) {
    names.stream()
        .filter(name -> text(name).isPresent())
        .forEach(name -> faults.add(name + " is set, and " + why + "."));
  }

  /** The text of a setting that looks like this as a whole. */
  Optional<String> matching(String name, String wanted, Pattern form) {
    return parsed(name, wanted, text -> form.matcher(text).matches() ? text : null);
  }

  /** What one of some words means. */
  <T> Optional<T> word(String name, Choices<T> choices) {
    return parsed(name, choices.words(), choices::meaning);
  }

  Optional<Integer> integer(String name, int least, int most) {
    return parsed(
        name,
        "a whole number from " + least + " to " + most,
        text -> {
          int value = Integer.parseInt(text);
          return value < least || value > most ? null : value;
        });
  }

  /** A number of bytes, such as {@code 512MiB}. */
  Optional<Long> size(String name) {
    return parsed(name, "a size such as 512MiB or 5GiB", SettingsReader::bytes);
  }

  Optional<Boolean> flag(String name) {
    return word(name, new Choices<Boolean>().or("true", true).or("false", false));
  }

  Optional<Path> path(String name) {
    return parsed(name, "a path", text -> Path.of(text).toAbsolutePath().normalize());
  }

  /** A duration as ISO 8601 has it, such as {@code PT10M} or {@code -PT10M}. */
  Optional<Duration> duration(String name) {
    return parsed(name, "a duration such as PT10M", Duration::parse);
  }

  /** A duration within bounds. */
  Optional<Duration> duration(String name, Duration least, Duration most) {
    return parsed(
        name,
        "a duration from " + least + " to " + most + ", such as PT5S",
        text -> {
          Duration value = Duration.parse(text);
          return value.compareTo(least) < 0 || value.compareTo(most) > 0 ? null : value;
        });
  }

  /** An https address without path, query or user info; http on this machine only. */
  Optional<URI> origin(String name) {
    return parsed(
        name,
        "an address such as https://davit.example.com (http only for localhost)",
        SettingsAddresses::origin);
  }

  /** The address of a page: https, http on this machine only; no user info, query or fragment. */
  Optional<URI> page(String name) {
    return parsed(
        name,
        "an address such as https://app.example.com/storage (http only for localhost; without user"
            + " info, query or fragment)",
        SettingsAddresses::page);
  }

  /** A value that {@code parse} understands; it answers null or throws where it does not. */
  <T> Optional<T> parsed(
      String name,
      String wanted,
      Function<String, ? extends @org.jspecify.annotations.Nullable T> parse) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      T value = parse.apply(text.get());
      if (value != null) {
        return Optional.of(value);
      }
    } catch (NumberFormatException | DateTimeException | InvalidPathException e) {
      // said below, like any other value that is not understood
    }
    faults.add(name + " is not " + wanted + ".");
    return Optional.empty();
  }

  private static @org.jspecify.annotations.Nullable Long bytes(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int shift = List.of("", "KiB", "MiB", "GiB", "TiB").indexOf(matcher.group(2)) * 10;
    long number = Long.parseLong(matcher.group(1));
    return number == 0 || number > Long.MAX_VALUE >> shift ? null : number << shift;
  }
}
