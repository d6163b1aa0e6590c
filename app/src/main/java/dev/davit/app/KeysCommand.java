package dev.davit.app;

import picocli.CommandLine.Command;

/** Looks after the keyset of many nodes. */
@Command(
    name = "keys",
    description = "Look after the keyset, which opens every credential.",
    subcommands = {KeysCreateCommand.class, KeysCheckCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {}
