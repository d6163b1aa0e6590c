package dev.davit.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists a folder, a page with each request. Keys that others made and that no path leads to, such
 * as {@code a//b}, are left out.
 */
final class S3Lister {
  private static final String DELIMITER = "/";
  private static final String VERSION = "1";
  private static final int MOST_CURSOR = 8192;

  private final S3Bucket bucket;
  private final S3Places places;

  S3Lister(S3Bucket bucket, S3Places places) {
    this.bucket = bucket;
    this.places = places;
  }

  Listing list(ListRequest request) {
    EntryPath folder = S3Names.path(request.folder());
    if (!folder.isFolder()) {
      places.file(folder);
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
    }
    String prefix = S3Names.key(folder);
    String token = request.cursor() == null ? null : token(prefix, request.cursor());
    ListObjectsV2Response page = page(prefix, request.limit(), token);
    boolean nothing = page.contents().isEmpty() && page.commonPrefixes().isEmpty();
    if (token == null && nothing && !folder.isRoot()) {
      throw DiskErrors.noSuchEntry(); // Not even its own object.
    }
    String next = S3Pages.next(page);
    return new Listing(entries(folder, page), next == null ? null : cursor(prefix, next));
  }

  private ListObjectsV2Response page(String prefix, int limit, @Nullable String token) {
    try {
      return bucket.list(
          bucket.listing(prefix, limit).delimiter(DELIMITER).continuationToken(token).build());
    } catch (CloudException e) {
      throw token != null && isInvalidArgument(e) ? invalid() : e;
    }
  }

  private static boolean isInvalidArgument(CloudException failure) {
    return failure.getCause() instanceof S3Fault fault && fault.reason().contains("status 400");
  }

  private static List<Entry> entries(EntryPath folder, ListObjectsV2Response page) {
    List<Entry> entries = new ArrayList<>();
    String prefix = S3Names.key(folder);
    for (S3Object one : page.contents()) {
      named(
          prefix, one.key(), name -> entries.add(file(folder.child(name, Kind.FILE), one)), folder);
    }
    for (CommonPrefix one : page.commonPrefixes()) {
      String key = one.prefix().substring(0, Math.max(0, one.prefix().length() - 1));
      named(
          prefix, key, name -> entries.add(Stored.folder(folder.child(name, Kind.FOLDER))), folder);
    }
    return entries;
  }

  private static Entry file(EntryPath path, S3Object one) {
    return Stored.of(one.key(), one.size(), one.eTag(), one.lastModified()).entry(path);
  }

  private static void named(String prefix, String key, Consumer<String> use, EntryPath folder) {
    if (key.startsWith(prefix)) {
      String name = key.substring(prefix.length());
      if (S3Names.isUsable(name) && folder.child(name, Kind.FILE).isAddressable()) {
        use.accept(name);
      }
    }
  }

  private static Cursor cursor(String prefix, String token) {
    byte[] bytes = (VERSION + prefix + "\0" + token).getBytes(UTF_8);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (value.length() > MOST_CURSOR) {
      throw S3Errors.senseless();
    }
    return new Cursor(value);
  }

  private static String token(String prefix, Cursor cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor.value()), UTF_8);
      String start = VERSION + prefix + "\0";
      String token = text.startsWith(start) ? text.substring(start.length()) : "";
      if (!token.isEmpty() && token.codePoints().allMatch(S3Names::isSayable)) {
        return token;
      }
    } catch (IllegalArgumentException e) {
      // None of this adapter's.
    }
    throw invalid();
  }

  private static CloudException invalid() {
    return new CloudException(
        ErrorKind.INVALID_CURSOR, "This is no place to go on listing this folder.");
  }
}
