package dev.davit.onedrive.internal.upload;

import dev.davit.onedrive.internal.http.GraphPath;
import org.jspecify.annotations.Nullable;

/**
 * A file that is on its way.
 *
 * @param folder Graph's path of the folder that it is wanted in, below the version
 * @param name under which it is wanted
 * @param replaced Graph's path of the file that gets another content; null for a new file
 * @param mayReplace whether it takes the place of a file that comes there meanwhile
 * @param ifMatch the etag that the replaced file must have; null for any
 */
public record Upload(
    String folder,
    String name,
    @Nullable String replaced,
    boolean mayReplace,
    @Nullable String ifMatch) {
  /** Graph's path of the file, whether or not it is there yet. */
  public String target() {
    return replaced == null ? folder + ":/" + GraphPath.segment(name) + ":" : replaced;
  }

  /** What Graph is to do where the name is taken. */
  String conflict() {
    return mayReplace ? "replace" : "fail";
  }

  /** The same file under another name. */
  Upload named(String other) {
    return new Upload(folder, other, replaced, mayReplace, ifMatch);
  }
}
