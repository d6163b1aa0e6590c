package dev.davit.http;

import dev.davit.Connections;
import dev.davit.Davit;
import dev.davit.DocumentsThen;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.FieldSpec;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.store.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Providers, and the users' accounts there. */
final class ConnectionRoutes {
  private static final String BASE = "/api/cloud/connections";
  private static final Body CONNECT =
      new Body(Body.Kind.OPEN_JSON, List.of(), List.of("provider", "display_name"));

  private final Davit davit;
  private final Connections connections;
  private final List<UnconfiguredProvider> unconfigured;

  ConnectionRoutes(Davit davit, List<UnconfiguredProvider> unconfigured) {
    this.davit = davit;
    this.unconfigured = unconfigured;
    this.connections = davit.connections();
  }

  List<Route> routes() {
    Answer one = Answer.of(200, ConnectionView.class);
    return List.of(
        Route.get(
            "/api/cloud/providers", Access.USER, Answer.list(ProviderView.class), this::providers),
        Route.post(
                BASE + "/webdav", Access.USER, Answer.of(201, ConnectionView.class), this::connect)
            .withBody(CONNECT)
            .may(ProblemType.NOT_FOUND, ProblemType.CONFLICT, ProblemType.CREDENTIALS_REFUSED)
            .may(ProblemType.ADDRESS_REFUSED, ProblemType.NOT_WEBDAV, ProblemType.PROTOCOL),
        Route.get(BASE, Access.USER, Answer.list(ConnectionView.class), this::list),
        Route.get(BASE + "/{id}", Access.USER, one, this::show).may(ProblemType.NOT_FOUND),
        Route.patch(BASE + "/{id}", Access.USER, one, this::rename)
            .withBody(Body.json(List.of("display_name"), List.of()))
            .may(ProblemType.NOT_FOUND),
        Route.delete(BASE + "/{id}", Access.USER, Answer.empty(204, 202), this::disconnect)
            .withQuery("documents")
            .may(ProblemType.NOT_FOUND, ProblemType.CONFLICT, ProblemType.REAUTH_REQUIRED),
        Route.post(BASE + "/{id}/check", Access.USER, one, this::check).may(ProblemSets.CHECK),
        Route.get(BASE + "/{id}/quota", Access.USER, Answer.of(200, QuotaView.class), this::quota)
            .may(ProblemSets.STORAGE)
            .may(ProblemType.UNSUPPORTED));
  }

  private void providers(Call call) {
    List<ProviderView> all = new ArrayList<>();
    davit.providers().forEach(info -> all.add(ProviderView.of(info, isOAuth(info))));
    unconfigured.forEach(provider -> all.add(ProviderView.of(provider)));
    call.answer(200, PageView.of(all));
  }

  private boolean isOAuth(ProviderInfo info) {
    return davit.oauth().connects(info.id());
  }

  private void connect(Call call) {
    byte[] body = RequestBody.json(call.request(), call.limits());
    ProviderInfo provider = provider(JsonBody.parse(body, allFields()).get("provider", "webdav"));
    Fields fields = JsonBody.parse(body, fieldsOf(List.of(provider)));
    Connection made =
        connections.connect(
            call.caller(), provider.id(), secrets(provider, fields), fields.get("display_name"));
    call.created(BASE + "/" + made.id(), ConnectionView.of(made));
  }

  private ProviderInfo provider(String name) {
    ProviderId id = new ProviderId(name);
    return davit.providers().stream()
        .filter(info -> info.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new CloudException(ErrorKind.NOT_FOUND, "There is no such provider."));
  }

  private Set<String> allFields() {
    return fieldsOf(davit.providers());
  }

  private static Set<String> fieldsOf(List<ProviderInfo> providers) {
    Set<String> names = new TreeSet<>(CONNECT.names());
    for (ProviderInfo provider : providers) {
      provider.fields().stream().map(FieldSpec::name).forEach(names::add);
    }
    return names;
  }

  private static SecretFields secrets(ProviderInfo provider, Fields fields) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (FieldSpec field : provider.fields()) {
      String value = fields.get(field.name());
      if (value != null) {
        secrets.put(field.name(), new Secret(value));
      }
    }
    return new SecretFields(secrets);
  }

  private void list(Call call) {
    List<Connection> all = connections.list(call.caller());
    call.answer(200, PageView.of(all.stream().map(ConnectionView::of).toList()));
  }

  private void show(Call call) {
    Connection connection = connections.get(call.caller(), id(call));
    call.answer(200, ConnectionView.of(connection, documentsLeft(call, connection)));
  }

  private @Nullable Long documentsLeft(Call call, Connection connection) {
    return connection.status() == Connection.Status.DISCONNECTING
        ? connections.documentsIn(call.caller(), connection.id())
        : null;
  }

  private void rename(Call call) {
    String name = call.body().require("display_name");
    call.answer(200, ConnectionView.of(connections.rename(call.caller(), id(call), name)));
  }

  private void disconnect(Call call) {
    DocumentsThen then = then(call.query());
    boolean gone = connections.disconnect(call.caller(), id(call), then);
    call.empty(gone ? 204 : 202);
  }

  private static DocumentsThen then(Fields query) {
    return switch (query.get("documents", "ask")) {
      case "ask" -> DocumentsThen.ASK;
      case "keep" -> DocumentsThen.KEEP;
      case "move" -> DocumentsThen.MOVE;
      case "delete" -> DocumentsThen.DELETE;
      default ->
          throw Texts.refused("documents", "The documents are to keep, to move or to delete.");
    };
  }

  private void check(Call call) {
    call.answer(200, ConnectionView.of(connections.check(call.caller(), id(call))));
  }

  private void quota(Call call) {
    call.answer(200, QuotaView.of(davit.files().quota(call.caller(), id(call))));
  }

  private static ConnectionId id(Call call) {
    return new ConnectionId(call.path("id"));
  }
}
