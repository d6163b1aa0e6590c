package dev.davit.emulator.internal;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.Faults;
import dev.davit.emulator.Requests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The control of an emulator for people: {@code GET /emulator/} says what there is, {@code POST
 * /emulator/NAME} with parameters does it, {@code GET /emulator/requests} tells what was asked.
 */
public final class Control extends HttpServlet {
  static final String ROOT = "/emulator";

  /** Where it is. */
  public static final String PATTERN = ROOT + "/*";

  /**
   * Something that can be asked for.
   *
   * @param help its parameters, in a few words
   */
  public record Command(String help, Consumer<HttpServletRequest> action) {}

  private final transient Faults faults;
  private final transient Requests requests;
  private final transient Map<String, Command> commands = new TreeMap<>(FaultCommands.ALL);

  /** Makes one with the commands of every emulator. */
  public Control(Faults faults, Requests requests) {
    this.faults = faults;
    this.requests = requests;
  }

  /** Adds a command of the vendor's own. */
  public void add(String name, String help, Consumer<HttpServletRequest> action) {
    commands.put(name, new Command(help, action));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean log = "/requests".equals(request.getPathInfo());
    send(response, HttpServletResponse.SC_OK, log ? log() : help(request));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String info = String.valueOf(request.getPathInfo());
    Command command = commands.get(info.replaceFirst("^/", ""));
    if (command == null) {
      send(response, HttpServletResponse.SC_NOT_FOUND, help(request));
      return;
    }
    try {
      command.action().accept(request);
      FaultCommands.fault(info.substring(1), request).ifPresent(faults::inject);
      send(response, HttpServletResponse.SC_OK, waiting());
    } catch (IllegalArgumentException e) {
      send(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage() + "\n");
    }
  }

  private String log() {
    return requests.all().stream().map(Exchange::toString).collect(Collectors.joining("\n")) + "\n";
  }

  private String waiting() {
    return "Waiting: "
        + faults.waiting().stream().map(Fault::toString).collect(Collectors.joining(", "))
        + "\n";
  }

  private String help(HttpServletRequest request) {
    String base = request.getRequestURL().toString().replaceFirst("(/emulator).*", "$1/");
    String list =
        commands.entrySet().stream()
            .map(entry -> "  POST " + base + entry.getKey() + "  " + entry.getValue().help())
            .collect(Collectors.joining("\n"));
    return "What can be made to go wrong (parameters in the query or as a form):\n"
        + (list + "\n\n  GET  " + base + "requests  what was asked\n\n" + waiting());
  }

  private static void send(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain; charset=utf-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
