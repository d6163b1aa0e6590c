package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemsTest extends GraphBench {
  @Test
  void me_isWhoeverHasTheToken() {
    Answer me = as(ada, "User.Read").get("/v1.0/me");
    assertThat(me.text("id")).isEqualTo(ada.graphId());
    assertThat(me.text("userPrincipalName")).isEqualTo("ada@example.org");
  }

  @Test
  void ids_looLikeTheVendorsForEachKindOfDrive() {
    assertThat(ada().get(ME + "/root").text("id")).matches("[0-9A-F]{16}!\\d+");
    assertThat(bo().get(ME + "/root").text("id")).matches("01[A-Z2-7]{32}");
    assertThat(ada().get(ME).text("id")).matches("[0-9a-f]{16}");
    assertThat(bo().get(ME).text("id")).startsWith("b!");
    assertThat(ada().get(ME).text("driveType")).isEqualTo("personal");
    assertThat(bo().get(ME).text("driveType")).isEqualTo("business");
    assertThat(ada().get("/v1.0/me/drives").items("id")).containsExactly(items().drive(ada));
  }

  @Test
  void item_isTheSameByIdAndByPathWithAndWithoutTheLastColon() {
    String folder = folder("by path");
    String file = items().addFile(folder, "a 100% #1+'.txt", bytes("x"));
    String path = ME + "/root:/by%20path/A%20100%25%20%231+'.TXT";
    assertThat(ada().get(path).text("id")).isEqualTo(file);
    assertThat(ada().get(path + ":").text("id")).isEqualTo(file);
    assertThat(ada().get(path + ":/").status()).isEqualTo(400);
    assertThat(ada().get(item(folder) + ":/a%20100%25%20%231+%27.txt:").text("id")).isEqualTo(file);
    String drive = "/v1.0/drives/" + items().drive(ada);
    assertThat(ada().get(drive + "/items/root:/by%20path").text("id")).isEqualTo(folder);
    assertThat(ada().get(drive + "/items/" + folder).text("id")).isEqualTo(folder);
  }

  @Test
  void file_hasItsFacets() {
    String file = items().addFile(folder("facets"), "a.txt", bytes("hello"));
    Answer answer = ada().get(item(file));
    Map<?, ?> hashes = answer.object("file", "hashes");
    assertThat(hashes.get("quickXorHash")).isEqualTo("aCgDG9jwBgAAAAAABQAAAAAAAAA=");
    assertThat(hashes.get("sha256Hash"))
        .isEqualTo("2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824");
    assertThat(answer.json().get("size")).isEqualTo(5);
    assertThat(answer.object("parentReference").get("path"))
        .isEqualTo("/drives/" + items().drive(ada) + "/root:/facets");
    assertThat(answer.json()).containsKey(Schema.DOWNLOAD).doesNotContainKey("folder");
    assertThat(answer.text("eTag")).matches("\"\\{[0-9A-F-]{36}\\},\\d+\"");
  }

  @Test
  void select_leavesTheRestOut_andTheDownloadAddressWithIt() {
    String file = items().addFile(folder("select"), "a.txt", bytes("x"));
    assertThat(ada().get(item(file) + "?$select=id,name").json()).containsOnlyKeys("id", "name");
    assertThat(ada().get(item(file) + "?select=id,@microsoft.graph.downloadUrl").json())
        .containsOnlyKeys("id", Schema.DOWNLOAD);
  }

  @Test
  void expand_bringsTheChildren() {
    String folder = folder("expand");
    items().addFile(folder, "a.txt", bytes("x"));
    List<?> children =
        (List<?>) ada().get(item(folder) + "?$expand=children").json().get("children");
    assertThat(children).hasSize(1);
  }

  @Test
  void tags_cTagChangesWithContentOnly() {
    String file = items().addFile(folder("tags"), "a.txt", bytes("x"));
    Answer first = ada().get(item(file));
    Answer renamed = ada().json("PATCH", item(file), "{'name':'b.txt'}");
    assertThat(renamed.text("eTag")).isNotEqualTo(first.text("eTag"));
    assertThat(renamed.text("cTag")).isEqualTo(first.text("cTag"));
    Answer written = ada().put(item(file) + "/content", "y");
    assertThat(written.text("cTag")).isNotEqualTo(first.text("cTag"));
    assertThat(ada().get(item(file), "If-None-Match", written.text("eTag")).status())
        .isEqualTo(304);
  }

  @Test
  void ifMatch_isOfETagOrCTag() {
    String file = items().addFile(folder("match"), "a.txt", bytes("x"));
    String old = items().eTag(file);
    assertThat(ada().json("PATCH", item(file), "{'name':'b.txt'}", "If-Match", old).status())
        .isEqualTo(200);
    Answer late = ada().json("PATCH", item(file), "{'name':'c.txt'}", "If-Match", old);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.error()).isEqualTo("resourceModified/entityTagDoesNotMatch");
    assertThat(ada().put(item(file) + "/content", "y", "If-Match", old).status()).isEqualTo(412);
    assertThat(ada().delete(item(file), "If-Match", old).status()).isEqualTo(412);
    assertThat(ada().delete(item(file), "If-Match", items().cTag(file)).status()).isEqualTo(204);
  }

  @Test
  void delete_goesIntoTheRecycleBin_withAllBelow() {
    String folder = folder("to delete");
    String file = items().addFile(folder, "a.txt", bytes("x"));
    assertThat(ada().delete(item(folder)).status()).isEqualTo(204);
    assertThat(items().trashed(ada)).contains("to delete");
    assertThat(ada().get(item(file)).error()).isEqualTo("itemNotFound");
    assertThat(ada().get(item(folder) + "/children").status()).isEqualTo(404);
  }

  @Test
  void permanentDelete_goesIntoNoBin() {
    String folder = folder("to erase");
    String file = items().addFile(folder, "a.txt", bytes("x"));
    assertThat(ada().json("POST", item(folder) + "/permanentDelete", "").status()).isEqualTo(204);
    assertThat(items().trashed(ada)).doesNotContain("to erase");
    assertThat(ada().get(item(file)).error()).isEqualTo("itemNotFound");
  }

  @Test
  void create_takesTheConflictBehaviour() {
    String folder = item(folder("create")) + "/children";
    String body = "{'name':'New','folder':{},'@microsoft.graph.conflictBehavior':'";
    Answer made = ada().json("POST", folder, body + "fail'}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.object("folder").get("childCount")).isEqualTo(0);
    Answer again = ada().json("POST", folder, body.replace("New", "nEW") + "fail'}");
    assertThat(again.status() + " " + again.error()).isEqualTo("409 nameAlreadyExists");
    assertThat(ada().json("POST", folder, body + "rename'}").text("name")).isEqualTo("New 1");
    assertThat(ada().json("POST", folder, body + "replace'}").text("id"))
        .isEqualTo(made.text("id"));
  }

  @Test
  void move_byParentsId_withAnotherName() {
    String from = folder("from");
    String to = folder("to");
    String file = items().addFile(from, "a.txt", bytes("x"));
    items().addFile(to, "a.txt", bytes("y"));
    String body = "{'parentReference':{'id':'" + to + "'}";
    assertThat(ada().json("PATCH", item(file), body + "}").error()).isEqualTo("nameAlreadyExists");
    Answer moved = ada().json("PATCH", item(file), body + ",'name':'b.txt'}");
    assertThat(moved.object("parentReference").get("id")).isEqualTo(to);
    assertThat(items().parent(file)).isEqualTo(to);
    String replace = body + ",'name':'a.txt','@microsoft.graph.conflictBehavior':'replace'}";
    assertThat(ada().json("PATCH", item(file), replace).status()).isEqualTo(200);
    assertThat(items().children(to)).containsExactly(file);
  }

  @Test
  void rename_toAnotherCaseOfItself_isNoConflict() {
    String file = items().addFile(folder("case"), "a.txt", bytes("x"));
    assertThat(ada().json("PATCH", item(file), "{'name':'A.txt'}").text("name")).isEqualTo("A.txt");
  }

  @Test
  void fileSystemInfo_isTheClients() {
    String file = items().addFile(folder("times"), "a.txt", bytes("x"));
    String body = "{'fileSystemInfo':{'lastModifiedDateTime':'2020-01-02T03:04:05Z'}}";
    assertThat(ada().json("PATCH", item(file), body).object("fileSystemInfo"))
        .isEqualTo(
            Map.of(
                "lastModifiedDateTime",
                "2020-01-02T03:04:05Z",
                "createdDateTime",
                ada().get(item(file)).object("fileSystemInfo").get("createdDateTime")));
    items().modified(file, Instant.EPOCH);
    assertThat(ada().get(item(file)).object("fileSystemInfo").get("lastModifiedDateTime"))
        .isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void put_makesMissingFolders_andReplaces() {
    String path = ME + "/root:/put/deep/er/a.txt:/content";
    Answer made = ada().put(path, "one");
    assertThat(made.status()).isEqualTo(201);
    Answer again = ada().put(path, "two!");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(made.text("id"));
    assertThat(items().text(made.text("id"))).isEqualTo("two!");
    String query = "?@microsoft.graph.conflictBehavior=";
    assertThat(ada().put(path + query + "fail", "x").error()).isEqualTo("nameAlreadyExists");
    assertThat(ada().put(path + query + "rename", "x").text("name")).isEqualTo("a 1.txt");
  }

  @Test
  void content_isElsewhere() {
    String file = items().addFile(folder("content"), "a.txt", bytes("x"));
    Answer answer = ada().get(item(file) + "/content");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).startsWith("http");
    items().malware(file, "Trojan");
    assertThat(ada().get(item(file) + "/content").error()).isEqualTo("malwareDetected");
    assertThat(ada().get(item(file)).object("malware").get("description")).isEqualTo("Trojan");
  }

  @Test
  void lock_keepsChangesOut() {
    String file = items().addFile(folder("lock"), "a.txt", bytes("x"));
    items().lock(file, "resourceLocked");
    assertThat(ada().put(item(file) + "/content", "y").status()).isEqualTo(423);
    assertThat(ada().json("PATCH", item(file), "{'name':'b'}").error()).isEqualTo("resourceLocked");
    assertThat(ada().delete(ME + "/root:/lock").status()).isEqualTo(423);
    items().lock(file, "");
    assertThat(ada().delete(item(file)).status()).isEqualTo(204);
  }

  @Test
  void package_isNeitherFileNorFolder() {
    String notebook = items().addPackage(folder("notes"), "Notebook");
    Answer answer = ada().get(item(notebook));
    assertThat(answer.object("package").get("type")).isEqualTo("oneNote");
    assertThat(answer.json()).doesNotContainKeys("file", "folder");
    assertThat(ada().get(item(notebook) + "/content").status()).isEqualTo(400);
  }

  @Test
  void appFolder_isMadeAtItsFirstUse_andIsAllThatItsScopeReaches() {
    Caller app = as(ada, "Files.ReadWrite.AppFolder");
    Answer folder = app.get(ME + "/special/approot");
    assertThat(folder.object("specialFolder").get("name")).isEqualTo("approot");
    assertThat(app.put(ME + "/special/approot:/a.txt:/content", "x").status()).isEqualTo(201);
    String drive = "/v1.0/drives/" + folder.object("parentReference").get("driveId");
    assertThat(app.get(drive + "/items/" + folder.text("id") + "/children").items("name"))
        .containsExactly("a.txt");
    String file = app.get(ME + "/special/approot:/a.txt").text("id");
    assertThat(app.json("POST", item(file) + "/permanentDelete", "").status()).isEqualTo(403);
    assertThat(app.get(ME + "/root").status()).isEqualTo(403);
    assertThat(app.get(item(folder("not the app's"))).status()).isEqualTo(403);
    assertThat(as(bo, "Files.Read").get(ME + "/special/approot").status()).isEqualTo(403);
  }
}
