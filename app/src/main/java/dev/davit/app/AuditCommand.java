package dev.davit.app;

import picocli.CommandLine.Command;

/** Looks after the audit log. */
@Command(
    name = "audit",
    description = "Prove that the audit log is as it was written; also while the server runs.",
    subcommands = {
      AuditVerifyCommand.class,
      AuditExportCommand.class,
      AuditCheckpointCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {}
