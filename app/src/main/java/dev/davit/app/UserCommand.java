package dev.davit.app;

import picocli.CommandLine.Command;

/** Looks after the built-in accounts. */
@Command(
    name = "user",
    description = "Look after the built-in accounts.",
    subcommands = UserAddCommand.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class UserCommand {}
