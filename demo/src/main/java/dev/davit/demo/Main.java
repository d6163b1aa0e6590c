package dev.davit.demo;

import picocli.CommandLine;

/** The command line of a checkout: all commands of the server, the demo and the emulators. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    CommandLine commands = dev.davit.app.Main.commandLine();
    commands.addSubcommand(new DemoCommand());
    commands.addSubcommand(new EmulatorsCommand());
    System.exit(commands.execute(args));
  }
}
