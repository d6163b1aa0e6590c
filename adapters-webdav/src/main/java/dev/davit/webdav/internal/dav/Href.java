package dev.davit.webdav.internal.dav;

import dev.davit.outbound.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hrefs of one answer (RFC 4918, 8.3). They come absolute, as a path, or relative, encoded by
 * other rules than ours or not at all, and are resolved against the address that was asked last.
 * Only their path is ever used. The host must be the one that was asked; scheme and port may
 * differ, since behind a proxy they often do.
 */
public final class Href {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i:https?)://(?<authority>[^/]*)(?<path>.*)", Pattern.DOTALL);

  private final Target asked;
  private final DavPath requested;
  private final DavPath answered;

  /**
   * The reader of one answer's hrefs.
   *
   * @param asked the address that answered, after redirects
   * @param requested the path that was asked for
   * @throws UnsafeHrefException if the address itself leads upwards
   */
  public Href(Target asked, DavPath requested) throws UnsafeHrefException {
    this.asked = asked;
    this.requested = requested;
    this.answered = segments(asked.path());
  }

  /**
   * The path of an href: the requested one, or a child of it. Empty for what lies deeper, which a
   * server may send although it was not asked for.
   *
   * @throws UnsafeHrefException if it leads to another host, outside the requested path, or upwards
   */
  public Optional<DavPath> path(String text) throws UnsafeHrefException {
    DavPath path = segments(absolute(text.strip()));
    int depth = path.segments().size() - answered.segments().size();
    if (!answered.contains(path) && (depth < 0 || !top(path).alike(answered))) {
      throw new UnsafeHrefException("an href leads outside the requested folder");
    }
    return switch (depth) {
      case 0 -> Optional.of(requested);
      case 1 -> Optional.of(requested.append(path.last(), path.folder()));
      default -> Optional.empty();
    };
  }

  /**
   * The path of an href at any depth below a folder, which itself is below the requested path.
   *
   * @return from that folder on; the folder itself is the root
   * @throws UnsafeHrefException if it leads to another host, outside that folder, or upwards
   */
  public DavPath below(DavPath folder, String text) throws UnsafeHrefException {
    List<String> top = new ArrayList<>(answered.segments());
    top.addAll(folder.segments());
    DavPath path = segments(absolute(text.strip()));
    int depth = path.segments().size() - top.size();
    if (depth < 0
        || !new DavPath(path.segments().subList(0, top.size()), true)
            .alike(new DavPath(top, true))) {
      throw new UnsafeHrefException("an href leads outside the folder that was searched");
    }
    return new DavPath(
        path.segments().subList(top.size(), path.segments().size()), depth == 0 || path.folder());
  }

  private DavPath top(DavPath path) {
    return new DavPath(path.segments().subList(0, answered.segments().size()), true);
  }

  private String absolute(String text) throws UnsafeHrefException {
    if (text.startsWith("/")) {
      return text;
    }
    Matcher matcher = ABSOLUTE.matcher(text);
    if (matcher.matches()) {
      requireHost(matcher.group("authority"));
      return matcher.group("path");
    }
    return asked.path().substring(0, asked.path().lastIndexOf('/') + 1) + text;
  }

  private void requireHost(String authority) throws UnsafeHrefException {
    String host = authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    String own = asked.host().indexOf(':') < 0 ? asked.host() : "[" + asked.host() + "]";
    if (!host.equals(own)) {
      throw new UnsafeHrefException("an href leads to another host");
    }
  }

  private static DavPath segments(String path) throws UnsafeHrefException {
    List<String> segments = new ArrayList<>();
    for (String raw : path.split("/", -1)) {
      if (!raw.isEmpty() && !raw.equals(".")) {
        segments.add(
            Segment.of(Percent.decode(raw))
                .orElseThrow(() -> new UnsafeHrefException("an href leads upwards")));
      }
    }
    return new DavPath(segments, path.endsWith("/"));
  }
}
