package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken request for each rule about items and lists, and the vendor's refusal. */
class RefusalsTest extends GraphBench {
  private static String folder;
  private static String file;

  @BeforeAll
  static void prepare() {
    folder = folder("there");
    file = items().addFile(folder, "a.txt", bytes("x"));
  }

  private record Broken(String rule, String request, String body, int status, String error) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Broken> reads() {
    String list = "GET {folder}/children?";
    return Stream.of(
        new Broken("$filter", list + "$filter=x", "", 400, "invalidRequest/invalidQueryOption"),
        new Broken("$count", list + "$count=true", "", 400, "invalidRequest/invalidQueryOption"),
        new Broken("$skip", list + "$skip=5", "", 400, "invalidRequest"),
        new Broken("unknown", list + "$limit=5", "", 400, "invalidRequest/invalidQueryOption"),
        new Broken("$top", list + "$top=0", "", 400, "invalidRequest/zeroOrFewerResultsRequested"),
        new Broken("$top", list + "$top=1001", "", 400, "invalidRequest/tooManyResultsRequested"),
        new Broken("$orderby", list + "$orderby=id", "", 400, "invalidRequest/invalidQueryOption"),
        new Broken("$select", list + "$select=title", "", 400, "invalidRequest"),
        new Broken(
            "token", list + "$skiptoken=x", "", 400, "invalidRequest/invalidParameterFormat"),
        new Broken("list of a file", "GET {file}/children", "", 400, "invalidRequest"),
        new Broken(
            "$expand", "GET {file}?$expand=file", "", 400, "invalidRequest/invalidQueryOption"),
        new Broken("content of a folder", "GET {folder}/content", "", 400, "invalidRequest"),
        new Broken("segment", "GET {folder}/kids", "", 400, "BadRequest"),
        new Broken("verb", "POST {folder}", "{}", 405, "Request_BadRequest"),
        new Broken("item", "GET " + ME + "/items/X!1", "", 404, "itemNotFound"),
        new Broken("path", "GET " + ME + "/root:/nothing", "", 404, "itemNotFound"),
        new Broken("drive", "GET /v1.0/drives/b!x", "", 404, "itemNotFound"),
        new Broken("special", "GET " + ME + "/special/music", "", 404, "itemNotFound"));
  }

  static Stream<Broken> writes() {
    String make = "POST {folder}/children";
    return Stream.of(
        new Broken("no JSON", make, "{'name':", 400, "BadRequest"),
        new Broken("no name", make, "{'folder':{}}", 400, "invalidRequest"),
        new Broken("no folder", make, "{'name':'b'}", 400, "invalidRequest"),
        new Broken("unknown", make, "{'name':'b','folder':{},'x':1}", 400, "invalidRequest"),
        new Broken(
            "size",
            make,
            "{'name':'b','folder':{},'size':1}",
            400,
            "invalidRequest/propertyNotUpdateable"),
        new Broken("type", make, "{'name':5,'folder':{}}", 400, "invalidRequest"),
        new Broken(
            "behaviour",
            make,
            "{'name':'b','folder':{},'@microsoft.graph.conflictBehavior':'ask'}",
            400,
            "invalidRequest"),
        new Broken(
            "child of a file",
            "POST {file}/children",
            "{'name':'b','folder':{}}",
            400,
            "invalidRequest"),
        new Broken(
            "root as parent",
            "PATCH {file}",
            "{'parentReference':{'id':'root'}}",
            400,
            "invalidRequest"),
        new Broken(
            "lost parent", "PATCH {file}", "{'parentReference':{'id':'X!1'}}", 404, "itemNotFound"),
        new Broken(
            "into itself",
            "PATCH {folder}",
            "{'parentReference':{'id':'{id}'}}",
            400,
            "invalidRequest"),
        new Broken("the root", "PATCH " + ME + "/root", "{'name':'b'}", 400, "invalidRequest"),
        new Broken("no root", "DELETE " + ME + "/root", "{}", 403, "accessDenied"),
        new Broken(
            "replace a folder",
            "PUT " + ME + "/root:/there:/content",
            "{}",
            409,
            "nameAlreadyExists"),
        new Broken(
            "below a file",
            "PUT " + ME + "/root:/there/a.txt/b:/content",
            "{}",
            400,
            "invalidRequest"));
  }

  @ParameterizedTest
  @MethodSource({"reads", "writes"})
  void broken_isRefused(Broken row) {
    String[] request = row.request().split(" ", 2);
    String path = request[1].replace("{folder}", item(folder)).replace("{file}", item(file));
    String body = row.body().replace("{id}", folder);
    Answer answer = request[0].equals("GET") ? ada().get(path) : ada().json(request[0], path, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(row.status());
    assertThat(answer.error()).isEqualTo(row.error());
  }

  @Test
  void error_hasTheVendorsShape() {
    Answer answer = ada().get(ME + "/items/X!1", "client-request-id", "mine");
    assertThat(answer.object("error", "innerError").toString())
        .contains("client-request-id=mine", "request-id=", "date=");
    assertThat(answer.header("client-request-id")).isEqualTo("mine");
  }

  @Test
  void scopes_areWantedForEachKindOfCall() {
    assertThat(as(ada, "User.Read").get(ME).status()).isEqualTo(403);
    assertThat(as(ada, "Files.Read").get("/v1.0/me").status()).isEqualTo(403);
    assertThat(as(ada, "Files.Read").put(item(file) + "/content", "x").status()).isEqualTo(403);
    assertThat(as(ada, "Files.Read").delete(item(file)).status()).isEqualTo(403);
    assertThat(nobody().get(ME).error()).isEqualTo("InvalidAuthenticationToken");
  }

  @Test
  void types_areWantedOfWhatIsSent_andOnlyJsonIsAnswered() {
    Http plain = ada().http();
    String body = "{\"name\":\"b\",\"folder\":{}}";
    Answer form =
        new Answer(plain.send("POST", item(folder) + "/children", body, "Content-Type", "a/b"));
    assertThat(form.error()).isEqualTo("BadRequest");
    assertThat(new Answer(plain.send("PUT", item(file) + "/content", "x")).error())
        .isEqualTo("BadRequest");
    assertThat(ada().get(item(file), "Accept", "text/html").status()).isEqualTo(406);
  }

  @Test
  void twoDrives_noMoveBetween() {
    String other = items().addFolder(items().root(bo), "other");
    items().share(other, ada, true);
    String body =
        "{'parentReference':{'driveId':'" + items().drive(bo) + "','id':'" + other + "'}}";
    Answer answer = as(ada, "Files.ReadWrite.All").json("PATCH", item(file), body);
    assertThat(answer.error()).isEqualTo("invalidRequest");
  }

  @Test
  void atWork_listsAreByNameOnly_andDescriptionsAndDeltaOfFoldersAreNot() {
    String at = ME + "/items/" + items().addFolder(items().root(bo), "work");
    assertThat(bo().get(at + "/children?$orderby=size").status()).isEqualTo(400);
    assertThat(bo().json("PATCH", at, "{'description':'x'}").status()).isEqualTo(400);
    assertThat(bo().get(at + "/delta").error()).isEqualTo("notSupported");
  }
}
