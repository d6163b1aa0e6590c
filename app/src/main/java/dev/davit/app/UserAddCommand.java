package dev.davit.app;

import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds an account; also while the server runs. */
@Command(
    name = "add",
    description = "Add an account; also while the server runs.",
    mixinStandardHelpOptions = true)
final class UserAddCommand implements Callable<Integer> {
  @Mixin SettingsOptions settings;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "EMAIL", description = "The mail address to log in with.")
  String email;

  @Option(
      names = "--admin",
      description = "An administrator, who looks after users and has no storage.")
  boolean admin;

  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of standard input instead of asking.")
  boolean passwordFromStandardInput;

  @Override
  public Integer call() throws IOException {
    Settings loaded = settings.load(Map.of());
    Secret password = askPassword();
    Account.Role role = admin ? Account.Role.ADMIN : Account.Role.USER;
    try (Wiring wiring = new Wiring(loaded, Duration.ZERO)) {
      Account account = wiring.davit().accounts().add(email, password, role);
      say(account, loaded.data());
    }
    return 0;
  }

  private void say(Account account, Path data) {
    PrintWriter out = spec.commandLine().getOut();
    String who = (admin ? "administrator " : "user ") + account.email();
    out.println("Added " + who + " in " + data + ".");
    out.flush();
  }

  private Secret askPassword() throws IOException {
    return passwordFromStandardInput ? fromStandardInput() : fromTerminal();
  }

  @SuppressWarnings("SystemConsoleNull") // on a newer JDK without a terminal, it reads a line
  private Secret fromTerminal() {
    Console console = System.console();
    if (console == null) {
      throw new SettingsException(
          List.of("There is no terminal to ask for a password: use --password-stdin."));
    }
    char[] first = console.readPassword("Password for %s: ", email);
    char[] second = console.readPassword("Again: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw new SettingsException(List.of("The two passwords differ."));
    }
    return new Secret(new String(first));
  }

  private static Secret fromStandardInput() throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null) {
      throw new SettingsException(
          List.of("No password came on standard input: one line is read from there."));
    }
    return new Secret(line);
  }
}
