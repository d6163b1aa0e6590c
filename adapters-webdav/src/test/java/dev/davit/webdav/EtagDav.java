package dev.davit.webdav;

import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server whose files have strong etags, and whose moves heed {@code If} or do not. */
class EtagDav extends MiniDav {
  private static final Pattern IF = Pattern.compile("<([^>]*)> \\(\\[(.*)]\\)");

  /** What it makes of an {@code If} with that etag for that path; by default, what it should. */
  interface Heed {
    boolean passes(String wanted, String present);
  }

  Heed heed = String::equals;

  String etag(String path) {
    return '"' + Integer.toHexString(files.getOrDefault(path, "").hashCode()) + '"';
  }

  @Override
  void propfind(Asked asked, Out out) throws Exception {
    String path = asked.path();
    if (files.containsKey(path) && !path.endsWith("/")) {
      String size = "<D:getcontentlength>" + files.get(path).length() + "</D:getcontentlength>";
      out.multi(
          Xmls.response(
              path, "<D:resourcetype/>" + size + "<D:getetag>" + etag(path) + "</D:getetag>"));
    } else {
      super.propfind(asked, out);
    }
  }

  @Override
  void move(Asked asked, Out out) throws Exception {
    Matcher condition = IF.matcher(asked.header("if"));
    if (condition.matches()
        && !heed.passes(condition.group(2), etag(URI.create(condition.group(1)).getRawPath()))) {
      out.status(412);
    } else {
      super.move(asked, out);
    }
  }
}
