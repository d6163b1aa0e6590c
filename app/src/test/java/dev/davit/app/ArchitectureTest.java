package dev.davit.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the house between packages; those between modules are the build's own. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/dev/davit/testkit/"))
          .withImportOption(location -> !location.contains("/dev/davit/testservers/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.davit");

  /** Each room, as package patterns, and which other rooms it may know. */
  private static final Map<String, List<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("ports", List.of()),
          Map.entry("core", List.of("ports")),
          Map.entry("outbound", List.of("ports")),
          Map.entry("webdav", List.of("ports", "outbound")),
          Map.entry("drive", List.of("ports", "outbound")),
          Map.entry("onedrive", List.of("ports", "outbound")),
          Map.entry("objectstore", List.of("ports", "outbound")),
          Map.entry("persistence", List.of("ports")),
          Map.entry("http", List.of("core", "ports")),
          Map.entry("emulators", List.of()),
          Map.entry(
              "app",
              List.of(
                  "ports",
                  "core",
                  "outbound",
                  "webdav",
                  "drive",
                  "onedrive",
                  "objectstore",
                  "persistence",
                  "http")));

  private static final Map<String, List<String>> PACKAGES =
      Map.ofEntries(
          Map.entry("ports", List.of("dev.davit.ports..")),
          Map.entry("core", List.of("dev.davit", "dev.davit.internal..")),
          Map.entry("outbound", List.of("dev.davit.outbound..")),
          Map.entry("webdav", List.of("dev.davit.webdav..", "dev.davit.nextcloud..")),
          Map.entry("drive", List.of("dev.davit.drive..")),
          Map.entry("onedrive", List.of("dev.davit.onedrive..")),
          Map.entry("objectstore", List.of("dev.davit.objectstore..")),
          Map.entry("persistence", List.of("dev.davit.persistence..")),
          Map.entry("http", List.of("dev.davit.http..")),
          Map.entry("emulators", List.of("dev.davit.emulator..")),
          Map.entry("app", List.of("dev.davit.app..")));

  static List<String> rooms() {
    return PACKAGES.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void everyRoom_hasClasses(String room) {
    assertThat(HOUSE.stream().filter(in(List.of(room))).toList()).as(room).isNotEmpty();
  }

  @Test
  void everyRoom_hasItsArrows() {
    assertThat(MAY_KNOW).containsOnlyKeys(PACKAGES.keySet().toArray(String[]::new));
  }

  @Test
  void everyClass_isInARoom() {
    classes().should().resideInAnyPackage(patterns(rooms())).check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoom_knowsOnlyTheRoomsItMay(String room) {
    List<String> known = new ArrayList<>(MAY_KNOW.getOrDefault(room, List.of()));
    known.add(room);
    noClasses()
        .that(in(List.of(room)))
        .should()
        .dependOnClassesThat(resideInAPackage("dev.davit..").and(not(in(known))))
        .check(HOUSE);
  }

  @Test
  void portsCoreAndOutbound_knowNoLibrary() {
    classes()
        .that(in(List.of("ports", "core", "outbound")))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "javax.net..", "javax.security..", "org.jspecify..")
                .or(in(List.of("ports", "core", "outbound"))))
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void whatIsInternal_isKnownInItsOwnRoomOnly(String room) {
    noClasses()
        .that(not(in(List.of(room))))
        .should()
        .dependOnClassesThat(in(List.of(room)).and(resideInAPackage("..internal..")))
        .check(HOUSE);
  }

  @Test
  void coreAndPorts_takeTimeAndIdsFromOutside() {
    noClasses()
        .that(in(List.of("core", "ports")))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(HOUSE);
  }

  /**
   * Whoever may speak to the network, with how the guard stands before it; and the guard itself.
   */
  private static final List<String> GUARDED =
      List.of(
          "dev.davit.webdav.internal.http.Clients", // its one socket factory is GuardedSockets
          "dev.davit.webdav.internal.http.GuardedSockets", // every socket is the guard's
          "dev.davit.emulator.microsoft.graph.Arrived", // knows the JDK's list of media types
          "dev.davit.emulator.oauth.PlayedBrowser", // asks the emulator itself, in no server's jar
          "dev.davit.webdav.internal.http.Transport$Wire"); // sends through a client of Clients

  /** Whoever speaks to the provider's own hosts, which no user types, and to no other. */
  private static final List<String> FIXED_HOSTS =
      List.of(
          "dev.davit.drive.internal.http.Clients",
          "dev.davit.onedrive.internal.http.Answer", // reads what Transport was answered
          "dev.davit.onedrive.internal.http.Clients",
          "dev.davit.onedrive.internal.http.Exchange", // sends for Transport
          "dev.davit.onedrive.internal.http.PayloadBody",
          "dev.davit.onedrive.internal.http.Transport", // asks Endpoints before each request
          "dev.davit.onedrive.internal.oauth.MicrosoftOAuth",
          "dev.davit.onedrive.internal.oauth.Msal", // gives the library no way out but Wire
          "dev.davit.onedrive.internal.oauth.Wire", // goes over Transport
          "dev.davit.onedrive.internal.oauth.Wire$Good",
          "dev.davit.persistence.redis.Dial", // to the operator's Redis only
          "dev.davit.objectstore.S3Exchange", // sends for S3Line
          "dev.davit.objectstore.S3Line", // to the operator's endpoint only
          "dev.davit.objectstore.S3Requests",
          "dev.davit.drive.internal.http.Transport"); // asks Endpoints.trusts before each request

  /** What can open a connection. */
  private static final DescribedPredicate<JavaClass> NETWORK =
      resideInAnyPackage(
              "java.net.http..",
              "org.apache.http.impl.client..",
              "org.apache.http.impl.conn..",
              "com.google.api.client.http.javanet..",
              "com.github.sardine..",
              "com.microsoft.aad.msal4j..",
              "okhttp3..")
          .or(
              named(
                  Socket.class, URLConnection.class, HttpURLConnection.class, SocketFactory.class))
          .or(
              namedOneOf(
                  List.of(
                      "io.lettuce.core.RedisClient", "io.lettuce.core.cluster.RedisClusterClient")))
          .as("can open connections");

  @Test
  void S2_noClient_isBuiltWithoutTheGuard() {
    noClasses()
        .that(
            not(in(List.of("outbound")))
                .and(not(namedOneOf(GUARDED)))
                .and(not(namedOneOf(FIXED_HOSTS))))
        .should()
        .dependOnClassesThat(NETWORK)
        .orShould()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection")
        .orShould()
        .callMethod(SocketChannel.class, "open")
        .orShould()
        .callMethod(AsynchronousSocketChannel.class, "open")
        .check(HOUSE);
  }

  @Test
  void S2_whoeverMaySpeakToTheNetwork_isStillThere_andDoes() {
    List<String> speakers = new ArrayList<>(GUARDED);
    speakers.addAll(FIXED_HOSTS);
    classes().that(namedOneOf(speakers)).should().dependOnClassesThat(NETWORK).check(HOUSE);
    assertThat(speakers).allMatch(HOUSE::contain);
  }

  private static DescribedPredicate<JavaClass> namedOneOf(List<String> names) {
    return DescribedPredicate.describe("named " + names, type -> names.contains(type.getName()));
  }

  private static DescribedPredicate<JavaClass> named(Class<?>... types) {
    return namedOneOf(Arrays.stream(types).map(Class::getName).toList());
  }

  private static DescribedPredicate<JavaClass> in(List<String> rooms) {
    return resideInAnyPackage(patterns(rooms)).as("in " + rooms);
  }

  private static String[] patterns(List<String> rooms) {
    return rooms.stream()
        .flatMap(room -> PACKAGES.getOrDefault(room, List.of()).stream())
        .toArray(String[]::new);
  }
}
