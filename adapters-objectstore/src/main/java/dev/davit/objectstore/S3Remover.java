package dev.davit.objectstore;

import dev.davit.outbound.transfer.Certainty;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Removes files, and folders page by page. */
final class S3Remover {
  private final S3Bucket bucket;
  private final S3Places places;
  private final Pauses pauses;

  S3Remover(S3Bucket bucket, S3Places places, Pauses pauses) {
    this.bucket = bucket;
    this.places = places;
    this.pauses = pauses;
  }

  void delete(EntryPath path) {
    if (path.isFolder()) {
      places.requireFolder(path);
      allUnder(S3Names.key(path));
    } else {
      surely(places.file(path).key());
    }
  }

  /** Removes everything whose key begins so; what is put there meanwhile may stay. */
  void allUnder(String prefix) {
    for (List<String> page : bucket.pagesUnder(prefix)) {
      all(page);
    }
  }

  /** Removes an object, whatever answers are lost. */
  void surely(String key) {
    new Certainty(pauses)
        .of(
            () -> {
              bucket.delete(key);
              return key;
            },
            () -> bucket.find(key).isPresent() ? Optional.empty() : Optional.of(key));
  }

  /**
   * Removes objects, a page of them at the most: first files, then folders, the deepest first and
   * those of one depth together. Servers that keep folders as folders and carry a request out in
   * parallel may else leave one behind.
   */
  void all(List<String> keys) {
    keys.stream()
        .collect(Collectors.groupingBy(S3Remover::depth, TreeMap::new, Collectors.toList()))
        .descendingMap()
        .values()
        .forEach(this::together);
  }

  private static long depth(String key) {
    return key.endsWith("/") ? key.chars().filter(c -> c == '/').count() : Long.MAX_VALUE;
  }

  private void together(List<String> keys) {
    List<ObjectIdentifier> sayable = new ArrayList<>();
    for (String key : keys) {
      if (key.codePoints().allMatch(S3Names::isSayable)) {
        sayable.add(ObjectIdentifier.builder().key(key).build());
      } else {
        surely(key);
      }
    }
    if (!sayable.isEmpty()) {
      requireAll(removed(sayable), sayable.size());
    }
  }

  private DeleteObjectsResponse removed(List<ObjectIdentifier> keys) {
    return new Certainty(pauses)
        .of(
            () ->
                bucket.ask(
                    s3 ->
                        s3.deleteObjects(
                            r -> r.bucket(bucket.name()).delete(d -> d.objects(keys)))),
            Optional::empty);
  }

  private static void requireAll(DeleteObjectsResponse answer, int count) {
    for (S3Error error : answer.errors()) {
      CloudException meant = S3Errors.of(error.code());
      throw meant.kind() == ErrorKind.PROTOCOL ? partly() : meant;
    }
    if (answer.deleted().size() != count) {
      throw S3Errors.senseless();
    }
  }

  private static CloudException partly() {
    return new CloudException(ErrorKind.CONFLICT, "Only a part of the folder could be removed.");
  }
}
