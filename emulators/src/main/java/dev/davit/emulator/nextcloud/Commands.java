package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Control;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** What people can ask of an emulated Nextcloud, beside the faults of every emulator. */
final class Commands {
  private Commands() {}

  static Control control(Cloud cloud) {
    NextcloudFaults faults = cloud.faults();
    Control control = new Control(faults.faults(), cloud.requests());
    control.add("clear", "takes everything back", request -> clear(cloud));
    control.add("maintenance", "on=true", request -> faults.maintenance(on(request)));
    control.add("trash-off", "on=true", request -> faults.trashOff(on(request)));
    control.add("cut-puts-truncate", "on=true", request -> faults.cutPutsTruncate(on(request)));
    control.add(
        "ocs-error",
        "statuscode=997",
        request -> faults.inject(NextcloudFaults.ocsError((int) number(request, "statuscode"))));
    control.add(
        "slow-assembly",
        "status=504 looks=3",
        request ->
            faults.slowAssembly((int) number(request, "status"), (int) number(request, "looks")));
    control.add(
        "advertise",
        "address=http://…",
        request -> faults.advertise(URI.create(text(request, "address"))));
    control.add(
        "quota",
        "user=ID bytes=N (or -1, -2, -3)",
        request -> cloud.quotas().limit(text(request, "user"), number(request, "bytes")));
    control.add("wipe", "token=APP_PASSWORD", request -> wipe(cloud, text(request, "token")));
    return control;
  }

  private static void clear(Cloud cloud) {
    cloud.faults().clear();
    cloud.bruteForce().forget();
  }

  private static void wipe(Cloud cloud, String token) {
    cloud.accounts().markForWipe(token);
  }

  private static boolean on(HttpServletRequest request) {
    return text(request, "on").equals("true");
  }

  private static long number(HttpServletRequest request, String name) {
    String text = text(request, name);
    if (!text.matches("-?\\d{1,15}")) {
      throw new IllegalArgumentException("The parameter " + name + " must be a number.");
    }
    return Long.parseLong(text);
  }

  private static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    if (text == null) {
      throw new IllegalArgumentException("The parameter " + name + " is missing.");
    }
    return text;
  }
}
