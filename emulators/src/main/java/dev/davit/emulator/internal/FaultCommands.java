package dev.davit.emulator.internal;

import dev.davit.emulator.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The faults that every emulator has, as commands. */
final class FaultCommands {
  private static final String WHICH = "[method=M] [path=PART] [times=N or forever]";

  private record Maker(String parameters, Function<HttpServletRequest, Fault> make) {}

  private static final Map<String, Maker> MAKERS =
      Map.of(
          "status", new Maker("status=N", request -> Fault.status((int) number(request, "status"))),
          "unauthorized", new Maker("", request -> Fault.unauthorized()),
          "rate-limited",
              new Maker(
                  "seconds=N",
                  request -> Fault.rateLimited(Duration.ofSeconds(number(request, "seconds")))),
          "html", new Maker("", request -> Fault.html()),
          "dropped", new Maker("", request -> Fault.dropped()),
          "lost", new Maker("", request -> Fault.lost()),
          "truncated", new Maker("bytes=N", request -> Fault.truncated(number(request, "bytes"))),
          "slow",
              new Maker(
                  "seconds=N",
                  request -> Fault.slow(Duration.ofSeconds(number(request, "seconds")))),
          "dripping",
              new Maker(
                  "millis=N",
                  request -> Fault.dripping(Duration.ofMillis(number(request, "millis")))));

  /** By their names; what they do is added by {@link #fault}. */
  static final Map<String, Control.Command> ALL =
      MAKERS.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry ->
                      new Control.Command(
                          entry.getValue().parameters() + " " + WHICH, request -> {})));

  private FaultCommands() {}

  /** The fault that a command asks for; empty when it is not one of these. */
  static Optional<Fault> fault(String name, HttpServletRequest request) {
    return Optional.ofNullable(MAKERS.get(name))
        .map(maker -> narrowed(maker.make().apply(request), request));
  }

  private static Fault narrowed(Fault fault, HttpServletRequest request) {
    return fault.on(text(request, "method")).at(text(request, "path")).times(times(request));
  }

  private static int times(HttpServletRequest request) {
    String times = text(request, "times");
    if (times.equals("forever")) {
      return Integer.MAX_VALUE;
    }
    return times.isEmpty() ? 1 : (int) number(request, "times");
  }

  private static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text;
  }

  private static long number(HttpServletRequest request, String name) {
    String text = text(request, name);
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("The parameter " + name + " must be a number.");
    }
    return Long.parseLong(text);
  }
}
