package dev.davit.app.leaving;

import dev.davit.Caller;
import dev.davit.Contents;
import dev.davit.Davit;
import dev.davit.NewDocument;
import dev.davit.OAuthAnswer;
import dev.davit.StartedOAuth;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.fault.SimulatedDeath;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Owners with something everywhere: connections, documents in all storages, broken-off uploads. */
final class Guests implements AutoCloseable {
  /** How many complete documents each has. */
  static final int DOCUMENTS = 4;

  private static final ProviderId GOOGLE = new ProviderId("google_drive");
  private static final ProviderId NEXTCLOUD = new ProviderId("nextcloud");

  private final Clouds clouds;
  private final LeavingNode node;
  private boolean dying;

  Guests(Site site, Clouds clouds) {
    this.clouds = clouds;
    node = new LeavingNode(site, "front", Duration.ZERO, this::after);
  }

  private void after(String method) {
    if (dying && method.equals("write")) {
      throw new SimulatedDeath();
    }
  }

  Davit davit() {
    return node.davit();
  }

  /** So many new owners. */
  List<String> add(int owners) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < owners; i++) {
      all.add("owner" + i);
      settle(all.get(i));
    }
    return all;
  }

  private void settle(String owner) {
    Caller caller = Caller.of(owner);
    store(caller);
    breakOff(caller);
    connectNextcloud(caller);
    store(caller);
    Connection google = connectGoogle(caller);
    davit().defaultStorages().set(caller, GOOGLE, google.id(), EntryId.ROOT);
    store(caller);
    store(caller);
    breakOff(caller);
  }

  private void store(Caller caller) {
    String text = text(caller.owner().value());
    davit().documents().store(caller, new NewDocument("letter", "text/plain", Contents.text(text)));
  }

  /** What is in all documents of an owner. */
  static String text(String owner) {
    return "A letter of " + owner + ".";
  }

  /** Its bytes arrive, and nobody hears of it. */
  private void breakOff(Caller caller) {
    dying = true;
    try {
      store(caller);
      throw new AssertionError("nothing was broken off");
    } catch (SimulatedDeath expected) {
      dying = false;
    }
  }

  private void connectNextcloud(Caller caller) {
    String owner = caller.owner().value();
    Map<String, Secret> fields =
        Map.of(
            "server_url", new Secret(clouds.nextcloud().toString()),
            "username", new Secret(owner),
            "password", new Secret(clouds.addNextcloud(owner)));
    Connection made =
        davit().connections().connect(caller, NEXTCLOUD, new SecretFields(fields), null);
    davit().defaultStorages().set(caller, NEXTCLOUD, made.id(), EntryId.ROOT);
  }

  private Connection connectGoogle(Caller caller) {
    GoogleAccount account = clouds.addGoogle(caller.owner().value());
    Secret binding = davit().oauth().newBinding();
    StartedOAuth started = davit().oauth().start(caller, GOOGLE, binding);
    URI back = clouds.google().consent(started.page(), account, Decision.allow());
    OAuthAnswer answer = OAuthAnswer.of(GOOGLE, back.getRawQuery());
    return davit().oauth().finish(answer, binding, caller);
  }

  /** The owner leaves. */
  void leave(String owner) {
    Caller caller = Caller.of(owner);
    davit().owners().purge(caller.owner(), caller);
  }

  @Override
  public void close() {
    node.close();
  }
}
