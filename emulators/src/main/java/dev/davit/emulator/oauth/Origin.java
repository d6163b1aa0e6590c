package dev.davit.emulator.oauth;

import dev.davit.emulator.Faults;
import dev.davit.emulator.Requests;
import dev.davit.emulator.internal.Control;
import dev.davit.emulator.internal.FaultsFilter;
import dev.davit.emulator.internal.LoopbackTomcat;
import dev.davit.emulator.internal.MovableClock;
import dev.davit.emulator.internal.RequestsFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The one place on loopback where all hosts of a vendor's are: its Tomcat, time and faults. */
public final class Origin {
  private final Requests requests = new Requests();
  private final Faults faults = new Faults();
  private final Control control = new Control(faults, requests);
  private final MovableClock clock;
  private final Path folder;
  private final LoopbackTomcat tomcat;

  Origin(Setup<?, ?> setup) throws IOException {
    clock = new MovableClock(setup.clock());
    folder = Files.createDirectories(setup.dir().resolve("data"));
    Path work = Files.createDirectories(setup.dir().resolve("tomcat"));
    tomcat = new LoopbackTomcat(work, folder, "", setup.port());
    tomcat.encodedSlashes();
    tomcat.filter(new RequestsFilter(requests), "/*");
    tomcat.filter(new FaultsFilter(faults), "/*");
    tomcat.servlet(control, Map.of(), Control.PATTERN);
  }

  /** Serves these patterns; one servlet of each class. */
  public void serve(HttpServlet servlet, String... patterns) {
    tomcat.servlet(servlet, Map.of(), patterns);
  }

  /** Adds a command for people: {@code POST /emulator/NAME}. */
  public void command(String name, String help, Consumer<HttpServletRequest> action) {
    control.add(name, help, action);
  }

  /** A folder for what is too large for memory. */
  public Path folder() {
    return folder;
  }

  /** The emulator's time. */
  public MovableClock clock() {
    return clock;
  }

  /** What is made to go wrong. */
  public Faults faults() {
    return faults;
  }

  /** What was asked. */
  public Requests requests() {
    return requests;
  }

  void listen() {
    tomcat.start();
  }

  URI url() {
    return URI.create(tomcat.scheme() + "://127.0.0.1:" + tomcat.port() + "/");
  }

  void close() {
    tomcat.close();
  }
}
