package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.ForwardingStorage;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Storages that write wrongly. */
final class WritingMutants {
  static final Mutant LOWER_CASE =
      naming("names are in lower case", name -> name.toLowerCase(Locale.ROOT));
  static final Mutant COMPOSED =
      naming("names are composed", name -> Normalizer.normalize(name, Normalizer.Form.NFC));
  static final Mutant OPENED_FIRST =
      writing(ConflictRules.class, "it is opened first", WritingMutants::openedFirst);
  static final Mutant NO_ETAG = new Mutant("no etags", EtagRules.class, NoEtag::new);

  private WritingMutants() {}

  static List<Mutant> all() {
    return List.of(
        naming("names are trimmed", String::strip),
        naming("names are decoded", WritingMutants::decoded),
        COMPOSED,
        naming("slashes are replaced", name -> name.replace('/', '_')),
        LOWER_CASE,
        writing(BodyRules.class, "64 KiB are enough", WritingMutants::cut),
        writing(BodyRules.class, "the stream stays open", WritingMutants::neverClosed),
        writing(BodyRules.class, "it is opened twice", WritingMutants::openedTwice),
        writing(ConflictRules.class, "fail replaces", (s, r) -> r(r, ConflictPolicy.REPLACE)),
        writing(ConflictRules.class, "rename fails", WritingMutants::neverRenames),
        writing(ConflictRules.class, "replace removes folders", WritingMutants::removesFolders),
        OPENED_FIRST,
        writing(EtagRules.class, "if-match is forgotten", (s, r) -> r(r, r.conflict())),
        NO_ETAG,
        new Mutant("etags never change", EtagRules.class, SameEtag::new),
        writing(FailedWriteRules.class, "what arrived is kept", WritingMutants::whatArrived),
        writing(FailedWriteRules.class, "the size is not held to", WritingMutants::anySize),
        new Mutant("the reason is told", FailedWriteRules.class, TellsReason::new));
  }

  private static Mutant naming(String name, UnaryOperator<String> change) {
    return new Mutant(
        name,
        NameRules.class,
        storage ->
            new ForwardingStorage(storage) {
              @Override
              public Entry write(WriteRequest r) {
                WriteAttempt a = r.attempt();
                WriteAttempt other = new WriteAttempt(a.folder(), change.apply(a.name()), a.tag());
                return storage.write(
                    new WriteRequest(
                        other, r.content(), r.contentType(), r.conflict(), r.ifMatch()));
              }

              @Override
              public Entry createFolder(EntryId parent, String folder) {
                return storage.createFolder(parent, change.apply(folder));
              }
            });
  }

  private static Mutant writing(
      Class<?> section, String name, BiFunction<Storage, WriteRequest, WriteRequest> change) {
    return new Mutant(
        name,
        section,
        storage ->
            new ForwardingStorage(storage) {
              @Override
              public Entry write(WriteRequest request) {
                return storage.write(change.apply(storage, request));
              }
            });
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private static WriteRequest r(WriteRequest r, ConflictPolicy conflict) {
    return new WriteRequest(r.attempt(), r.content(), r.contentType(), conflict, null);
  }

  private static WriteRequest r(WriteRequest r, Content content) {
    return new WriteRequest(r.attempt(), content, r.contentType(), r.conflict(), r.ifMatch());
  }

  private static WriteRequest cut(Storage storage, WriteRequest r) {
    byte[] bytes = arrived(r.content(), 65_536);
    return r(r, TestContent.of(bytes));
  }

  private static WriteRequest neverClosed(Storage storage, WriteRequest r) {
    try {
      return r(r, TestContent.of(r.content().open().readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WriteRequest openedTwice(Storage storage, WriteRequest r) {
    arrived(r.content(), 1);
    return r;
  }

  private static WriteRequest openedFirst(Storage storage, WriteRequest r) {
    return r(r, TestContent.of(arrived(r.content(), Integer.MAX_VALUE)));
  }

  private static WriteRequest neverRenames(Storage storage, WriteRequest r) {
    return r.conflict() == ConflictPolicy.RENAME ? r(r, ConflictPolicy.FAIL) : r;
  }

  private static WriteRequest removesFolders(Storage storage, WriteRequest r) {
    if (r.conflict() == ConflictPolicy.REPLACE) {
      storage.list(new ListRequest(r.attempt().folder(), 1000, null)).entries().stream()
          .filter(entry -> entry.name().equals(r.attempt().name()) && entry.isFolder())
          .forEach(entry -> storage.delete(entry.id()));
    }
    return r;
  }

  private static WriteRequest whatArrived(Storage storage, WriteRequest r) {
    return r(r, TestContent.of(arrived(r.content(), Integer.MAX_VALUE)));
  }

  private static WriteRequest anySize(Storage storage, WriteRequest r) {
    return r(
        r,
        new Content() {
          @Override
          public OptionalLong size() {
            return OptionalLong.empty();
          }

          @Override
          public boolean repeatable() {
            return r.content().repeatable();
          }

          @Override
          public InputStream open() throws IOException {
            return r.content().open();
          }
        });
  }

  /** What can be read of a content. */
  private static byte[] arrived(Content content, int limit) {
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    try (InputStream in = content.open()) {
      for (int b = in.read(); b >= 0 && arrived.size() < limit; b = in.read()) {
        arrived.write(b);
      }
    } catch (IOException e) {
      return arrived.toByteArray();
    }
    return arrived.toByteArray();
  }

  private static final class SameEtag extends ForwardingStorage {
    SameEtag(Storage target) {
      super(target);
    }

    @Override
    public Entry write(WriteRequest request) {
      Entry e = super.write(request);
      return new Entry(
          e.id(), e.name(), e.kind(), e.size(), e.modifiedAt(), "\"1\"", e.contentType(), null);
    }
  }

  private static final class NoEtag extends ForwardingStorage {
    NoEtag(Storage target) {
      super(target);
    }

    @Override
    public Entry write(WriteRequest request) {
      return without(super.write(request));
    }

    @Override
    public Entry stat(EntryId id) {
      return without(super.stat(id));
    }

    @Override
    public Listing list(ListRequest request) {
      Listing page = super.list(request);
      return new Listing(page.entries().stream().map(NoEtag::without).toList(), page.next());
    }

    @Override
    public Download read(EntryId id, @Nullable ByteRange range) {
      Download d = super.read(id, range);
      return new Download(d.body(), d.first(), d.length(), d.size(), null, d.contentType());
    }

    private static Entry without(Entry e) {
      return new Entry(
          e.id(), e.name(), e.kind(), e.size(), e.modifiedAt(), null, e.contentType(), null);
    }
  }

  private static final class TellsReason extends ForwardingStorage {
    TellsReason(Storage target) {
      super(target);
    }

    @Override
    public Entry write(WriteRequest request) {
      try {
        return super.write(request);
      } catch (CloudException failure) {
        ErrorKind kind = failure.kind();
        throw new CloudException(kind, failure.getMessage() + " " + failure.getCause(), failure);
      }
    }
  }
}
