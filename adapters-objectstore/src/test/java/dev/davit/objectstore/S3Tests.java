package dev.davit.objectstore;

import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bucket with nothing in it, Davit's storage in it, and somebody else who has the key. */
abstract class S3Tests {
  @SuppressWarnings("NullAway.Init")
  S3Bench bench;

  @SuppressWarnings("NullAway.Init")
  S3Settings settings;

  @SuppressWarnings("NullAway.Init")
  S3Foreigner foreigner;

  @SuppressWarnings("NullAway.Init")
  Storage storage;

  @BeforeEach
  final void openBench() {
    bench = new S3Bench();
    settings = bench.settings();
    foreigner = new S3Foreigner(settings);
    storage = bench.provider(settings).open(Fixture.credentials());
  }

  @AfterEach
  final void closeBench() {
    bench.close();
    foreigner.close();
  }

  Entry write(EntryId folder, String name, Content content) {
    return storage.write(Fixture.request(folder, name, content, ConflictPolicy.FAIL));
  }

  String text(EntryId id) throws IOException {
    try (Download download = storage.read(id, null)) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  List<Entry> list(EntryId folder) {
    return storage.list(new ListRequest(folder, 1000, null)).entries();
  }

  List<String> names(EntryId folder) {
    return list(folder).stream().map(Entry::name).toList();
  }
}
