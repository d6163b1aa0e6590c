package dev.davit.emulator.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.Http;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on demand. */
class FaultsTest {
  private static final String HOME = "/remote.php/dav/files/ada/";
  private static final String USER = "/ocs/v2.php/cloud/user?format=json";

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Http ada;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.start(dir);
    cloud.addUser("ada@example.org", "ada", "secret");
    ada = Http.as(cloud.address(), "ada@example.org", "secret");
    ada.send("PUT", HOME + "a.txt", "0123456789");
  }

  @AfterEach
  void clear() {
    cloud.faults().clear();
    cloud.requests().clear();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void maintenance_closesAllButTheStatus() {
    cloud.faults().maintenance(true);
    HttpResponse<String> dav = ada.get(HOME);
    assertThat(dav.statusCode()).isEqualTo(503);
    assertThat(dav.headers().firstValue("X-Nextcloud-Maintenance-Mode")).hasValue("1");
    assertThat(dav.body()).contains("Sabre\\DAV\\Exception\\ServiceUnavailable");
    assertThat(user().statusCode()).isEqualTo(503);
    assertThat(ada.send("POST", "/index.php/login/v2", "").statusCode()).isEqualTo(503);
    assertThat(ada.get("/status.php").body()).contains("\"maintenance\":true");
  }

  @Test
  void status_once_thenAllIsWell() {
    cloud.faults().inject(Fault.unauthorized());
    assertThat(read().statusCode()).isEqualTo(401);
    assertThat(read().statusCode()).isEqualTo(200);
    assertThat(cloud.wrongPasswords()).isZero();
  }

  @Test
  void status_forever_andOnlyWhereItIsWanted() {
    cloud.faults().inject(Fault.status(500).on("GET").at("a.txt").forever());
    assertThat(read().statusCode()).isEqualTo(500);
    assertThat(read().statusCode()).isEqualTo(500);
    assertThat(user().statusCode()).isEqualTo(200);
    assertThat(ada.send("PROPFIND", HOME + "a.txt", "").statusCode()).isEqualTo(207);
  }

  @Test
  void storm_endsAfterItsTimes() {
    cloud.faults().inject(Fault.status(502).times(2));
    assertThat(read().statusCode()).isEqualTo(502);
    assertThat(read().statusCode()).isEqualTo(502);
    assertThat(read().statusCode()).isEqualTo(200);
  }

  @Test
  void rateLimit_saysHowLong() {
    cloud.faults().inject(Fault.rateLimited(Duration.ofSeconds(7)));
    HttpResponse<String> refused = read();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
  }

  @Test
  void html_inPlaceOfWhatWasAsked() {
    cloud.faults().inject(Fault.html());
    HttpResponse<String> page = user();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @Test
  void ocsError_isA200() {
    cloud.faults().inject(NextcloudFaults.ocsError(997));
    HttpResponse<String> answer = user();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"statuscode\":997");
  }

  @Test
  void dropped_doesNothing_lost_doesAll() {
    cloud.faults().inject(Fault.dropped());
    assertThatThrownBy(() -> ada.send("PUT", HOME + "dropped.txt", "x"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(ada.get(HOME + "dropped.txt").statusCode()).isEqualTo(404);
    cloud.faults().inject(Fault.lost());
    assertThatThrownBy(() -> ada.send("PUT", HOME + "lost.txt", "x"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(ada.get(HOME + "lost.txt").statusCode()).isEqualTo(200);
    assertThat(cloud.requests().of("PUT", "lost.txt")).extracting(Exchange::status).contains(0);
  }

  @Test
  void truncated_closesInTheMiddle() {
    cloud.faults().inject(Fault.truncated(4));
    assertThatThrownBy(FaultsTest::read).isInstanceOf(UncheckedIOException.class);
    cloud.faults().inject(Fault.truncated(30));
    assertThatThrownBy(() -> ada.send("PROPFIND", HOME, ""))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void slow_waits_untilItIsCleared() throws Exception {
    cloud.faults().inject(Fault.slow(Duration.ofMinutes(5)));
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(FaultsTest::read);
    Waiting.until(() -> cloud.faults().faults().waiting().isEmpty());
    assertThat(answer).isNotDone();
    Waiting.until(
        () -> {
          cloud.faults().clear();
          return answer.isDone();
        });
    assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("0123456789");
  }

  @Test
  void dripping_comesInTheEnd() {
    cloud.faults().inject(Fault.dripping(Duration.ofMillis(1)));
    assertThat(read().body()).isEqualTo("0123456789");
    assertThat(ada.send("PROPFIND", HOME, "").body()).endsWith("</d:multistatus>\n");
  }

  @Test
  void control_doesTheSameForPeople() {
    Http anyone = Http.anonymous(cloud.address());
    assertThat(anyone.get("/emulator/").body()).contains("maintenance").contains("rate-limited");
    assertThat(command("status?status=503&method=GET&path=a.txt&times=2")).isEqualTo(200);
    assertThat(read().statusCode()).isEqualTo(503);
    assertThat(command("maintenance?on=true")).isEqualTo(200);
    assertThat(user().statusCode()).isEqualTo(503);
    assertThat(command("clear")).isEqualTo(200);
    assertThat(read().statusCode()).isEqualTo(200);
    assertThat(command("quota?user=ada&bytes=-2")).isEqualTo(200);
    assertThat(command("status")).isEqualTo(400);
    assertThat(command("nonsense")).isEqualTo(404);
    assertThat(anyone.get("/emulator/requests").body()).contains("GET " + HOME + "a.txt 503");
  }

  private static int command(String command) {
    return Http.anonymous(cloud.address()).send("POST", "/emulator/" + command, "").statusCode();
  }

  private static HttpResponse<String> read() {
    return ada.get(HOME + "a.txt");
  }

  private static HttpResponse<String> user() {
    return ada.get(USER, "OCS-APIRequest", "true");
  }
}
