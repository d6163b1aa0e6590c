package dev.davit.app;

import dev.davit.ports.CloudException;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of Davit. */
@Command(
    name = "davit",
    description = "Lets the users of an application bring their own cloud storage.",
    subcommands = {ServeCommand.class, UserCommand.class, KeysCommand.class, AuditCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  /** The exit code for settings and requests that can't be followed. */
  private static final int MISUSE = 2;

  private Main() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line with all commands of the server; more may be added. */
  public static CommandLine commandLine() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return new CommandLine(new Main())
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(Main::explain);
  }

  /** What went wrong in words, for faults that have some; everything else keeps its trace. */
  private static int explain(
      Exception fault, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (fault instanceof SettingsException || fault instanceof CloudException) {
      command.getErr().println("davit: " + fault.getMessage());
      return MISUSE;
    }
    throw fault;
  }

  /** The version that the jar says it has. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  /** The version, as the command line says it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"davit " + version()};
    }
  }
}
