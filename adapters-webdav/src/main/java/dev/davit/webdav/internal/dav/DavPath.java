package dev.davit.webdav.internal.dav;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where something is below the address that the user typed. It never leads out of there.
 *
 * @param segments from the top, each percent-encoded in the one spelling of its bytes, none empty,
 *     none leading upwards
 * @param folder whether it is taken for a folder: then its address ends in a slash
 */
public record DavPath(List<String> segments, boolean folder) {
  /** The address that the user typed. */
  public static final DavPath ROOT = new DavPath(List.of(), true);

  public DavPath {
    segments = List.copyOf(segments);
  }

  /** The child of this name; empty if no segment can have it. */
  public Optional<DavPath> child(String name, boolean isFolder) {
    return childOf(name.getBytes(StandardCharsets.UTF_8), isFolder);
  }

  /** The child whose name has these bytes; empty if no segment can have them. */
  public Optional<DavPath> childOf(byte[] name, boolean isFolder) {
    return Segment.of(name).map(segment -> append(segment, isFolder));
  }

  DavPath append(String segment, boolean isFolder) {
    List<String> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new DavPath(longer, isFolder);
  }

  public DavPath as(boolean isFolder) {
    return new DavPath(segments, isFolder || isRoot());
  }

  public boolean isRoot() {
    return segments.isEmpty();
  }

  /** The folder that it is in; the root is its own. */
  public DavPath parent() {
    return isRoot() ? this : new DavPath(segments.subList(0, segments.size() - 1), true);
  }

  /** Its name as a person reads it; empty for the root. */
  public String name() {
    return isRoot() ? "" : Percent.readable(Percent.decode(last()));
  }

  String last() {
    return segments.get(segments.size() - 1);
  }

  /** The bytes of its name, by which listings are ordered. */
  public byte[] nameBytes() {
    return Percent.decode(last());
  }

  /** Raw and encoded, relative to the top: without a slash before it. */
  public String encoded() {
    String joined = String.join("/", segments);
    return folder && !isRoot() ? joined + "/" : joined;
  }

  /**
   * Whether a name on the way has a slash, a backslash or a control character in it, or is not
   * UTF-8: names that some servers have, and that others refuse to hear of.
   */
  public boolean isOdd() {
    return segments.stream().map(Percent::decode).anyMatch(Percent::isOdd);
  }

  /** Whether the other is this or lies below it. */
  public boolean contains(DavPath other) {
    return other.segments.size() >= segments.size()
        && other.segments.subList(0, segments.size()).equals(segments);
  }

  /** Whether both lead to the same place, whatever is there. */
  public boolean samePlace(DavPath other) {
    return segments.equals(other.segments);
  }

  /**
   * Whether both are the same to a server that folds case or decomposes letters: such servers
   * answer in their own spelling.
   */
  boolean alike(DavPath other) {
    return samePlace(other)
        || (segments.size() == other.segments.size() && folded().equals(other.folded()));
  }

  private List<String> folded() {
    return segments.stream()
        .map(segment -> Percent.readable(Percent.decode(segment)))
        .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
        .toList();
  }
}
