package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Control;
import dev.davit.emulator.internal.Parameters;
import java.net.URI;

/** What people can ask of an emulated Nextcloud, beside the faults of every emulator. */
final class Commands {
  private Commands() {}

  static Control control(Cloud cloud) {
    NextcloudFaults faults = cloud.faults();
    Control control = new Control(faults.faults(), cloud.requests());
    control.add("clear", "takes everything back", request -> clear(cloud));
    control.add("maintenance", "on=true", request -> faults.maintenance(Parameters.on(request)));
    control.add("trash-off", "on=true", request -> faults.trashOff(Parameters.on(request)));
    control.add(
        "cut-puts-truncate", "on=true", request -> faults.cutPutsTruncate(Parameters.on(request)));
    control.add(
        "ocs-error",
        "statuscode=997",
        request ->
            faults.inject(
                NextcloudFaults.ocsError((int) Parameters.number(request, "statuscode"))));
    control.add(
        "slow-assembly",
        "status=504 looks=3",
        request ->
            faults.slowAssembly(
                (int) Parameters.number(request, "status"),
                (int) Parameters.number(request, "looks")));
    control.add(
        "advertise",
        "address=http://…",
        request -> faults.advertise(URI.create(Parameters.text(request, "address"))));
    control.add(
        "quota",
        "user=ID bytes=N (or -1, -2, -3)",
        request ->
            cloud
                .quotas()
                .limit(Parameters.text(request, "user"), Parameters.number(request, "bytes")));
    control.add(
        "wipe", "token=APP_PASSWORD", request -> wipe(cloud, Parameters.text(request, "token")));
    return control;
  }

  private static void clear(Cloud cloud) {
    cloud.faults().clear();
    cloud.bruteForce().forget();
  }

  private static void wipe(Cloud cloud, String token) {
    cloud.accounts().markForWipe(token);
  }
}
