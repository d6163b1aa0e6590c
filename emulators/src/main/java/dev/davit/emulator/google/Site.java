package dev.davit.emulator.google;

import dev.davit.emulator.Faults;
import dev.davit.emulator.Requests;
import dev.davit.emulator.internal.Control;
import dev.davit.emulator.internal.LoopbackTomcat;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/** Where an API is mounted, and what it needs to know. */
public final class Site {
  private final LoopbackTomcat tomcat;
  private final World world;
  private final Control control;

  Site(LoopbackTomcat tomcat, World world, Control control) {
    this.tomcat = tomcat;
    this.world = world;
    this.control = control;
  }

  /** Serves these patterns, such as {@code /drive/v3/*}; one of each class. */
  public void serve(HttpServlet servlet, String... patterns) {
    tomcat.servlet(servlet, Map.of(), patterns);
  }

  /** Adds a command for people: {@code POST /emulator/NAME}. */
  public void command(String name, String help, Consumer<HttpServletRequest> action) {
    control.add(name, help, action);
  }

  /** Who calls. */
  public Callers callers() {
    return world.bearer();
  }

  /** Who has an account, by mail address. */
  public GoogleAccount account(String email) {
    return world.accounts().byEmail(email);
  }

  /** A folder for what is too large for memory. */
  public Path folder() {
    return world.folder();
  }

  /** The emulator's time. */
  public InstantSource clock() {
    return world.clock();
  }

  /** What is made to go wrong. */
  public Faults faults() {
    return world.faults();
  }

  /** What was asked. */
  public Requests requests() {
    return world.requests();
  }
}
