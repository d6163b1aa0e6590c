package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.http.HttpObserver;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Observer;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.RefreshOutcome;
import dev.davit.ports.Sealer;
import dev.davit.ports.Vault;
import dev.davit.ports.store.Purge;
import dev.davit.testkit.memory.MemoryVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers as they are read. */
class MetricsTest {
  private static final ProviderId WEBDAV = new ProviderId("webdav");
  private final Metrics metrics = new Metrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  private String shown() {
    return metrics.scrape(null).text();
  }

  @Test
  void calls_areCountedByProviderOperationAndOutcome() {
    Observer observer = metrics.observer();
    observer.providerCall(WEBDAV, "list", Duration.ofMillis(40), null);
    observer.providerCall(WEBDAV, "list", Duration.ofMillis(60), null);
    observer.providerCall(WEBDAV, "list", Duration.ofSeconds(3), ErrorKind.UNAVAILABLE);
    String ok = "{operation=\"list\",outcome=\"ok\",provider=\"webdav\"";
    assertThat(shown())
        .contains("# TYPE davit_provider_call_duration_seconds histogram")
        .contains("davit_provider_call_duration_seconds_count" + ok + "} 2")
        .contains("davit_provider_call_duration_seconds_sum" + ok + "} 0.1")
        .contains("davit_provider_call_duration_seconds_bucket" + ok + ",le=\"0.1\"} 2")
        .contains("operation=\"list\",outcome=\"unavailable\",provider=\"webdav\"} 1");
  }

  @Test
  void purges_andWhatIsForgotten_areCounted() {
    Observer observer = metrics.observer();
    Instant now = Instant.EPOCH;
    Owner owner = new Owner(new OwnerId("ann"), 1);
    observer.purged(
        new Purge(
            new JobId("p"),
            owner,
            Purge.State.INCOMPLETE,
            false,
            now,
            now,
            now,
            "",
            2,
            5,
            3,
            1,
            null));
    observer.forgotten("audit_entries", 7);
    assertThat(shown())
        .contains("davit_purges_total{outcome=\"incomplete\"} 1")
        .contains("davit_purge_documents_total{outcome=\"deleted\"} 5")
        .contains("davit_purge_documents_total{outcome=\"unreachable\"} 3")
        .contains("davit_forgotten_total{kind=\"audit_entries\"} 7");
  }

  @Test
  void refreshes_areCountedByOutcome() {
    metrics.observer().refresh(WEBDAV, RefreshOutcome.GRANT_DEAD);
    assertThat(shown())
        .contains("davit_refreshes_total{outcome=\"grant_dead\",provider=\"webdav\"} 1.0");
  }

  @Test
  void listingsAndJobs_areCounted() {
    Observer observer = metrics.observer();
    observer.cache(true);
    observer.cache(false);
    observer.cache(false);
    observer.job("document.delete", Duration.ofMillis(1), ErrorKind.PROTOCOL);
    assertThat(shown())
        .contains("davit_listing_cache_total{result=\"hit\"} 1.0")
        .contains("davit_listing_cache_total{result=\"miss\"} 2.0")
        .contains(
            "davit_job_duration_seconds_count{kind=\"document.delete\",outcome=\"protocol\"} 1");
  }

  @Test
  void requests_areCounted_andThoseThatAreWorkedOn() {
    HttpObserver observer = metrics.monitoring().observer();
    observer.entered();
    observer.entered();
    observer.left();
    observer.answered("GET", "/api/documents/{id}", 404, Duration.ofMillis(3));
    observer.uploaded(1000);
    observer.downloaded(25);
    assertThat(shown())
        .contains("davit_http_requests_in_flight 1.0")
        .contains(
            "davit_http_request_duration_seconds_count"
                + "{method=\"GET\",route=\"/api/documents/{id}\",status=\"404\"} 1")
        .contains("davit_http_upload_bytes_total 1000.0")
        .contains("davit_http_download_bytes_total 25.0");
  }

  @Test
  void process_isShown() {
    assertThat(shown())
        .contains(
            "jvm_memory_used_bytes{",
            "jvm_gc_",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_start_time_seconds",
            "process_files_open_files",
            "davit_build_info{version=");
  }

  @Test
  void pool_isShown(@TempDir Path folder) {
    try (SqlStores stores = stores(folder);
        Sampled<?> jobs = metrics.show(stores)) {
      assertThat(jobs).isNotNull();
      assertThat(stores.<String>reading(tx -> shown()))
          .contains("davit_database_connections{state=\"active\"} 1.0")
          .contains("davit_database_connections_max 10.0")
          .contains("davit_database_waiting 0.0")
          .contains("davit_database_timeouts_total 0.0");
    }
    assertThat(shown()).contains("davit_database_connections{state=\"active\"} 0.0");
  }

  @Test
  void jobsThatWait_areShown_andUnknownWhenTheDatabaseIsAway(@TempDir Path folder) {
    try (SqlStores stores = stores(folder);
        Sampled<?> jobs = metrics.show(stores)) {
      assertThat(jobs).isNotNull();
      assertThat(shown()).contains("davit_jobs_due 0.0").contains("davit_jobs_due_age_seconds 0.0");
    }
    SqlStores gone = stores(folder);
    gone.close();
    try (Metrics away = new Metrics();
        Sampled<?> jobs = away.show(gone)) {
      assertThat(jobs).isNotNull();
      assertThat(away.scrape(null).text()).contains("davit_jobs_due NaN");
    }
  }

  private static SqlStores stores(Path folder) {
    return SqlStores.open(SqlSettings.sqlite(folder.resolve("davit.db")));
  }

  @Test
  void everyNumberOfOurs_saysWhatItIs_andIsOnTheOperatorsPage(@TempDir Path folder)
      throws IOException {
    metrics.monitoring().observer().answered("GET", "none", 404, Duration.ZERO);
    metrics.observer().cache(true);
    metrics.observer().job("a", Duration.ZERO, null);
    metrics.observer().providerCall(WEBDAV, "stat", Duration.ZERO, null);
    metrics.observer().refresh(WEBDAV, RefreshOutcome.RENEWED);
    metrics.counting(new MemoryVault());
    try (SqlStores stores = stores(folder);
        Sampled<?> jobs = metrics.show(stores)) {
      assertThat(jobs).isNotNull();
    }
    String page = Files.readString(Path.of("../docs/operations.md"));
    List<String> families =
        shown()
            .lines()
            .filter(line -> line.startsWith("# TYPE davit_"))
            .map(line -> line.split(" ", -1)[2])
            .toList();
    assertThat(families).hasSizeGreaterThan(12);
    assertThat(families).allMatch(name -> page.contains("`" + name.replaceAll("_max$", "")));
    assertThat(families).allMatch(name -> shown().contains("# HELP " + name + " "));
  }

  @Test
  void whoAsksForOpenMetrics_getsThem() {
    assertThat(metrics.scrape("text/plain").mediaType())
        .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    var open = metrics.scrape("application/openmetrics-text;version=1.0.0;q=0.6,*/*;q=0.2");
    assertThat(open.mediaType()).startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(open.text()).endsWith("# EOF\n");
  }

  /** However many words come, the numbers stay few, and nobody is thrown at. */
  @Test
  void words_areBounded() {
    Observer observer = metrics.observer();
    for (int i = 0; i < 1000; i++) {
      observer.job("kind" + i, Duration.ZERO, null);
      observer.providerCall(new ProviderId("p" + i), "op" + i, Duration.ZERO, null);
    }
    assertThat(shown().lines().filter(line -> line.contains("_count{")).count()).isLessThan(200);
  }

  @Test
  void vaultsRefusals_areCountedByKind() {
    Vault vault = metrics.counting(new MemoryVault());
    Owner owner = new Owner(new OwnerId("ann"), 1);
    Sealer sealer = vault.of(owner, vault.newKey(owner));
    Binding binding = new Binding("ann", "c", "webdav", "credential");
    Bytes sealed = sealer.seal(new byte[] {1}, binding);
    assertThat(sealer.open(sealed, binding)).containsExactly(1);
    assertThat(shown()).contains("davit_vault_failures_total{kind=\"integrity\"} 0.0");
    Binding other = new Binding("bob", "c", "webdav", "credential");
    assertThatThrownBy(() -> sealer.open(sealed, other)).isInstanceOf(CloudException.class);
    assertThat(shown())
        .contains("davit_vault_failures_total{kind=\"integrity\"} 1.0")
        .contains("davit_vault_failures_total{kind=\"unknown_key\"} 0.0");
  }

  /** Clients send page tokens, and may send what they like. */
  @Test
  void pageTokensThatDoNotOpen_areNotCounted() {
    Vault vault = metrics.counting(new MemoryVault());
    Binding list = new Binding("ann", "", "", "documents|100");
    Bytes sealed = vault.house().seal(new byte[] {1}, list);
    Binding other = new Binding("ann", "", "", "documents|50");
    assertThatThrownBy(() -> vault.house().open(sealed, other)).isInstanceOf(CloudException.class);
    assertThat(shown()).contains("davit_vault_failures_total{kind=\"integrity\"} 0.0");
  }
}
