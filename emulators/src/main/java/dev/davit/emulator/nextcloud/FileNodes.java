package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;

/** Files and folders of users with their properties (WebDAV/basic.rst, "Supported properties"). */
final class FileNodes {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Disk disk;
  private final Catalog catalog;
  private final Quotas quotas;
  private final Permissions permissions;
  private final UnaryOperator<String> types;

  FileNodes(
      Disk disk,
      Catalog catalog,
      Quotas quotas,
      Permissions permissions,
      UnaryOperator<String> types) {
    this.disk = disk;
    this.catalog = catalog;
    this.quotas = quotas;
    this.permissions = permissions;
    this.types = types;
  }

  /** What is there now; empty when nothing is. */
  Optional<Node> node(DavPath path, String webroot) {
    Path file = disk.of(path);
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      Map<QName, Supplier<String>> properties = common(path, file, seen);
      properties.putAll(seen.isDirectory() ? folder(path, file) : file(path, file, seen));
      return Optional.of(new Node(path.href(webroot, seen.isDirectory()), properties));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Map<QName, Supplier<String>> common(DavPath path, Path file, BasicFileAttributes seen) {
    Map<QName, Supplier<String>> all = new HashMap<>();
    all.put(Names.dav("displayname"), () -> Xml.escape(path.name()));
    all.put(Names.dav("getetag"), () -> Xml.escape(catalog.etag(file)));
    all.put(Names.dav("getlastmodified"), () -> date(seen.lastModifiedTime().toInstant()));
    all.put(Names.oc("id"), () -> catalog.of(file).globalId());
    all.put(Names.oc("fileid"), () -> Long.toString(catalog.of(file).id()));
    all.put(Names.oc("owner-id"), () -> Xml.escape(path.user()));
    all.put(Names.oc("permissions"), () -> permissions.of(path, seen.isDirectory()));
    all.put(Names.nc("has-preview"), () -> "false");
    all.put(Names.oc("favorite"), () -> "0");
    return all;
  }

  private Map<QName, Supplier<String>> folder(DavPath path, Path folder) {
    return Map.of(
        Names.dav("resourcetype"),
        () -> "<d:collection/>",
        Names.oc("size"),
        () -> Long.toString(disk.size(folder)),
        Names.dav("quota-used-bytes"),
        () -> Long.toString(disk.size(folder)),
        Names.dav("quota-available-bytes"),
        () -> Long.toString(quotas.free(path.user())));
  }

  private Map<QName, Supplier<String>> file(DavPath path, Path file, BasicFileAttributes seen) {
    Map<QName, Supplier<String>> all = new HashMap<>();
    all.put(Names.dav("resourcetype"), () -> "");
    all.put(Names.dav("getcontentlength"), () -> Long.toString(seen.size()));
    all.put(Names.oc("size"), () -> Long.toString(seen.size()));
    all.put(Names.dav("getcontenttype"), () -> types.apply(path.name()));
    String checksum = catalog.of(file).checksum();
    if (!checksum.isEmpty()) {
      all.put(
          Names.oc("checksums"), () -> "<oc:checksum>" + Xml.escape(checksum) + "</oc:checksum>");
    }
    return all;
  }

  static String date(Instant at) {
    return HTTP_DATE.format(at);
  }
}
