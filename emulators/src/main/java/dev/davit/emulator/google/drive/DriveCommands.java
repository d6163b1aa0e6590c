package dev.davit.emulator.google.drive;

import dev.davit.emulator.Fault;
import dev.davit.emulator.Faults;
import dev.davit.emulator.google.Site;
import dev.davit.emulator.internal.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What people can ask of an emulated Drive, beside the faults of every emulator. */
final class DriveCommands {
  private static final Map<String, Supplier<Fault>> FAULTS =
      Map.of(
          "drive-rate-limit", DriveFaults::rateLimitExceeded,
          "drive-user-rate-limit", DriveFaults::userRateLimitExceeded,
          "drive-too-many-requests", DriveFaults::tooManyRequests,
          "drive-quota-exceeded", DriveFaults::storageQuotaExceeded,
          "drive-daily-limit", DriveFaults::dailyLimitExceeded,
          "drive-not-configured", DriveFaults::accessNotConfigured,
          "drive-backend-error", DriveFaults::backendError,
          "drive-id-in-use", DriveFaults::idInUse,
          "drive-error-inside", DriveFaults::errorInside);

  private DriveCommands() {}

  static void add(DriveEmulator drive, Site site) {
    Faults faults = site.faults();
    FAULTS.forEach(
        (name, fault) ->
            site.command(name, "once, in Drive", request -> faults.inject(inDrive(fault.get()))));
    site.command(
        "drive-forbidden",
        "reason=R in a 403, once",
        request ->
            faults.inject(inDrive(DriveFaults.forbidden(Parameters.text(request, "reason")))));
    site.command(
        "drive-empty-pages",
        "count=N of the next lists are empty and go on",
        request -> drive.faults().emptyPages((int) number(request, "count")));
    site.command(
        "drive-incomplete-search",
        "on=true",
        request -> drive.faults().incompleteSearch(Parameters.on(request)));
    uploads(drive, site);
    items(drive, site);
  }

  private static Fault inDrive(Fault fault) {
    return fault.at("/drive/v3/");
  }

  private static void uploads(DriveEmulator drive, Site site) {
    site.command(
        "drive-take-less",
        "bytes=N of the next chunk",
        request -> drive.faults().takeLess(number(request, "bytes")));
    site.command(
        "drive-cut-upload",
        "bytes=N of an upload, then the connection is closed",
        request -> drive.faults().cutUploadAt(number(request, "bytes")));
    site.command(
        "drive-end-uploads",
        "status=404 or 410",
        request -> drive.endUploads((int) number(request, "status")));
  }

  private static void items(DriveEmulator drive, Site site) {
    site.command(
        "drive-limit",
        "email=A bytes=N that the account may keep",
        request ->
            drive
                .items()
                .limit(
                    Parameters.text(request, "email"), OptionalLong.of(number(request, "bytes"))));
    site.command(
        "drive-undownloadable",
        "id=ID on=true",
        request ->
            drive.items().undownloadable(Parameters.text(request, "id"), Parameters.on(request)));
    site.command(
        "drive-abusive",
        "id=ID on=true",
        request -> drive.items().abusive(Parameters.text(request, "id"), Parameters.on(request)));
    site.command(
        "drive-child-limit",
        "count=N that may be in a folder",
        request -> drive.faults().childLimit((int) number(request, "count")));
  }

  private static long number(HttpServletRequest request, String name) {
    return Parameters.number(request, name);
  }
}
