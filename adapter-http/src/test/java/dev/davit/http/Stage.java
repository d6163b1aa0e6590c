package dev.davit.http;

import dev.davit.Caller;
import dev.davit.OAuth;
import dev.davit.OAuthAnswer;
import dev.davit.ports.OwnerId;
import dev.davit.testkit.memory.MemoryOAuth;
import java.util.List;

/**
 * A world in which every route has something to work on.
 *
 * @param world where
 * @param connection of ann, which is her default storage too
 * @param file an entry in it
 * @param document of ann
 * @param flow a log-in of ann's that waits
 * @param userId ann's
 * @param ann the user
 * @param admin the admin
 */
record Stage(
    World world,
    String connection,
    String file,
    String document,
    String flow,
    String userId,
    Client ann,
    Client admin) {
  static final String LOGIN = "{'server_url':'https://cloud.example'}";

  static Stage set(World world) {
    Client ann = world.nobody().login(World.ANN);
    String connection = world.connect(ann);
    String address = World.put(ann, connection, "file.txt", "hello");
    ann.patch("/api/users/me/default-storage", "{'provider':'memory'}").is(200);
    String document = ann.upload("/api/documents?name=d.txt", new byte[5]).is(201).get("id");
    String user = ann.get("/api/users/me").is(200).get("id");
    Reply login = ann.post("/api/cloud/connections/memory/login", LOGIN);
    return new Stage(
        world,
        connection,
        address.substring(address.lastIndexOf('/') + 1),
        document,
        login.is(201).get("flow"),
        user,
        ann,
        world.nobody().login(World.ADMIN));
  }

  /** What a frontend elsewhere would bring, of a connect of ann's. */
  String handle() {
    OAuth oauth = world.davit.oauth();
    MemoryOAuth far = world.cloud.oauth();
    Caller ann = Caller.of(userId);
    MemoryOAuth.Returned back = far.consent(oauth.startElsewhere(ann, World.CLOUD).page(), "ann");
    return oauth
        .park(new OAuthAnswer(World.CLOUD, back.state(), back.code(), null, null), "")
        .reveal();
  }

  String connectBody() {
    return "{'provider':'memory','username':'ann','password':'%s'}"
        .formatted(World.STORAGE_PASSWORD.reveal());
  }

  /** The taking down of somebody who had nothing to speak of. */
  String purge() {
    OwnerId gone = new OwnerId("gone");
    return world.davit.owners().purge(gone, Caller.of("gone")).id().value();
  }

  List<Route> routes() {
    return routesOf(world);
  }

  static List<Route> routesOf(World world) {
    return RouteTable.of(world.davit, world.settings, world.limiter, world.watching).routes();
  }

  /** Who may call a route. */
  Client callerOf(Route route) {
    return switch (route.access()) {
      case PUBLIC, WATCH -> world.nobody();
      case ANY, USER -> ann;
      case ADMIN -> admin;
    };
  }
}
