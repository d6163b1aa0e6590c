package dev.davit.webdav;

import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.util.List;

/** A script that lists its names in their order, and does something of a test's own on the way. */
final class LargeFolder implements ScriptedServer.Script {
  /** Changed between pages. */
  volatile List<String> names;

  private volatile String length = "";
  private volatile Stop stop = (number, out) -> {};

  /** What happens before an entry is named, and once more after the last. */
  interface Stop {
    void before(int number, Out out) throws Exception;
  }

  LargeFolder(List<String> names) {
    this.names = names;
  }

  LargeFolder stopping(Stop other) {
    stop = other;
    return this;
  }

  /** Announces a body that is longer than it will be. */
  LargeFolder promising() {
    length = "Content-Length: 100000000\r\n";
    return this;
  }

  /** No longer does or says anything odd. */
  void heal() {
    length = "";
    stop = (number, out) -> {};
  }

  @Override
  public void answer(Asked asked, Out out) throws Exception {
    out.raw("HTTP/1.1 207 X\r\nConnection: close\r\n" + length + "\r\n");
    out.raw("<D:multistatus xmlns:D=\"DAV:\">" + Xmls.folder("/dav/"));
    List<String> all = names;
    StringBuilder some = new StringBuilder();
    for (int number = 0; number < all.size(); number++) {
      if (number % 100 == 0) {
        out.raw(some.toString());
        some.setLength(0);
        stop.before(number, out);
      }
      some.append(Xmls.file("/dav/" + all.get(number), number));
    }
    out.raw(some.toString());
    stop.before(all.size(), out);
    out.raw("</D:multistatus>");
  }
}
