package dev.davit.drive.internal.upload;

import dev.davit.drive.internal.http.Faults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;

/** How uploads fail, beyond what Google says. */
public final class Mishaps {
  private Mishaps() {}

  static CloudException senseless() {
    return Faults.protocol(new IOException("not what an upload is answered with"));
  }

  /** A session that is not there any more, or never was. */
  public static CloudException gone() {
    return new CloudException(ErrorKind.NOT_FOUND, "The upload is gone: begin it anew.");
  }

  static CloudException lost() {
    return new CloudException(
        ErrorKind.UNAVAILABLE, "Google has lost what was sent of the file. Try again.");
  }
}
