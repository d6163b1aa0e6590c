package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that is on its way.
 *
 * @param id what the file has, or will have once it is there
 * @param replaces whether it is there already, and gets another content
 * @param folder Google's id of the folder that it is wanted in
 * @param name under which it is wanted
 * @param tag of the attempt, which the file keeps as a mark that only this application sees
 * @param type its media type; null where Google is to find out
 */
public record Upload(
    String id, boolean replaces, String folder, String name, String tag, @Nullable String type) {
  private static final String MARK = "davit_attempt";

  public Upload {
    type = MediaTypes.ofBytes(type);
  }

  /** What Google is told of the bytes. */
  String mediaType() {
    return type == null ? MediaTypes.UNKNOWN : type;
  }

  /** What Google is told of the file. */
  File metadata() {
    File file = new File().setAppProperties(Map.of(MARK, tag)).setMimeType(type);
    return replaces ? file : file.setId(id).setName(name).setParents(List.of(folder));
  }

  /** Whether a file comes from an attempt. */
  public static boolean isOf(File file, String tag) {
    return file.getAppProperties() != null && tag.equals(file.getAppProperties().get(MARK));
  }
}
