package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Quotas.Quota;
import dev.davit.ports.storage.Storage;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a storage and what it does agree; what is unknown is absent. */
interface AccordRules extends StorageFixture {
  @Test
  default void info_andAccessorsAgree() {
    Storage storage = storage();
    Set<Capability> offered = EnumSet.noneOf(Capability.class);
    storage.search().ifPresent(x -> offered.add(Capability.SEARCH));
    storage.quotas().ifPresent(x -> offered.add(Capability.QUOTA));
    storage.changes().ifPresent(x -> offered.add(Capability.CHANGES));
    storage.copying().ifPresent(x -> offered.add(Capability.COPY));
    storage.uploadSessions().ifPresent(x -> offered.add(Capability.UPLOAD_SESSIONS));
    assertThat(setup().provider().info().capabilities()).isEqualTo(offered);
  }

  @Test
  default void info_isAlwaysTheSame_andAsksForFieldsOnlyWhereThereAreAny() {
    assertThat(setup().provider().info()).isEqualTo(setup().provider().info());
    Authentication authentication = setup().provider().authentication();
    assertThat(setup().provider().authentication()).isSameAs(authentication);
    assertThat(setup().provider().info().fields().isEmpty())
        .isEqualTo(!(authentication instanceof Authentication.Fields));
    assertThat(setup().provider().info().name()).isNotBlank();
  }

  @Test
  default void info_saysWhetherThereIsAPageToLogInOn() {
    assertThat(setup().provider().info().pageLogin())
        .isEqualTo(
            setup().provider().authentication() instanceof Authentication.Fields fields
                && fields.pageLogin().isPresent());
  }

  @Test
  default void quota_thatIsUnknown_isAbsent() {
    storage().quotas().ifPresent(quotas -> assertHonest(quotas.quota()));
  }

  @Test
  default void quota_countsWhatIsWritten() {
    storage()
        .quotas()
        .ifPresent(
            quotas -> {
              Quota before = quotas.quota();
              writeText(EntryId.ROOT, "file", "x".repeat(10_000));
              Quota after = quotas.quota();
              assertHonest(after);
              assertThat(after.used() == null).isEqualTo(before.used() == null);
              if (before.used() != null && after.used() != null) {
                assertThat(after.used()).isGreaterThanOrEqualTo(before.used());
              }
            });
  }

  @Test
  default void entries_sayNothingMadeUp() {
    Entry file = writeText(EntryId.ROOT, "file", "four");
    Entry folder = folder("folder");
    assertThat(file.size()).isIn(null, 4L);
    assertThat(folder.size()).isNull();
    assertThat(folder.kind()).isEqualTo(Entry.Kind.FOLDER);
    for (Entry entry : new Entry[] {file, folder, storage().stat(EntryId.ROOT)}) {
      assertThat(entry.modifiedAt() == null || entry.modifiedAt().getEpochSecond() > 0).isTrue();
      assertThat(entry.contentType()).isNotEqualTo("");
      assertThat(entry.etag()).isNotEqualTo("");
      assertThat(entry.webUrl()).isNotEqualTo("");
    }
  }

  @Test
  default void origin_isOneForTheStorage_shortAndNoSecret() {
    String origin = storage().origin();
    writeText(EntryId.ROOT, "file", "text");
    assertThat(storage().origin()).isEqualTo(origin).matches("[!-~]{1,300}");
    assertSafe(origin);
  }

  @Test
  default void E6_aStorage_showsNoSecret() {
    assertSafe(storage().toString());
    assertSafe(setup().provider().toString());
    assertSafe(setup().provider().info().toString());
  }

  private static void assertHonest(Quota quota) {
    for (Long room : new Long[] {quota.used(), quota.available()}) {
      if (room != null) {
        assertThat(room).isNotNegative().isLessThan(Long.MAX_VALUE / 2);
      }
    }
    assertThat(quota.unlimited() && quota.available() != null).isFalse();
  }
}
