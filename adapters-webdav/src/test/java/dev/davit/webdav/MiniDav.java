package dev.davit.webdav;

import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A script that keeps files in one folder, just well enough, so that a test can do one thing
 * differently.
 */
class MiniDav implements ScriptedServer.Script {
  /** Contents by path; folders end in a slash. */
  final Map<String, String> files = new ConcurrentSkipListMap<>();

  MiniDav() {
    files.put("/dav/", "");
  }

  MiniDav with(String path, String content) {
    files.put(path, content);
    return this;
  }

  @Override
  public void answer(Asked asked, Out out) throws Exception {
    switch (asked.method()) {
      case "PROPFIND" -> propfind(asked, out);
      case "PUT" -> put(asked, out);
      case "MOVE" -> move(asked, out);
      case "DELETE" -> out.status(files.remove(asked.path()) == null ? 404 : 204);
      case "MKCOL" -> out.status(files.putIfAbsent(asked.path(), "") == null ? 201 : 405);
      default -> out.status(501);
    }
  }

  void propfind(Asked asked, Out out) throws Exception {
    String path = asked.path();
    if (files.containsKey(path + "/")) {
      out.multi(Xmls.folder(path + "/"));
    } else if (path.endsWith("/") && files.containsKey(path)) {
      out.multi(Xmls.folder(path));
    } else if (files.containsKey(path)) {
      out.multi(Xmls.file(path, size(path)));
    } else {
      out.status(404);
    }
  }

  private long size(String path) {
    return files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8).length;
  }

  void put(Asked asked, Out out) throws Exception {
    if (!asked.headers().containsKey("content-length")) {
      out.status(411);
      return;
    }
    files.put(asked.path(), new String(asked.body(), StandardCharsets.UTF_8));
    out.status(201);
  }

  void move(Asked asked, Out out) throws Exception {
    out.status(moved(asked));
  }

  final int moved(Asked asked) throws IOException {
    String to = URI.create(asked.header("destination")).getRawPath();
    if (!files.containsKey(asked.path())) {
      return 404;
    }
    if (asked.header("overwrite").equals("F") && files.containsKey(to)) {
      return 412;
    }
    files.put(to, files.remove(asked.path()));
    return 201;
  }
}
