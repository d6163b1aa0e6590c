package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTest extends GraphBench {
  @Test
  void search_looksAtNamesAndTexts_belowAFolder() {
    String folder = folder("search");
    String byName = items().addFile(folder, "Contoso Project.txt", bytes("x"));
    String byText = items().addFile(folder, "b.txt", bytes("the project of CONTOSO"));
    items().addFile(folder, "c.txt", bytes("project"));
    items().addFile(items().root(ada), "contoso project elsewhere.txt", bytes("x"));
    String words = "/search(q='contoso%20project')";
    assertThat(ada().get(item(folder) + words).items("id"))
        .containsExactlyInAnyOrder(byName, byText);
    assertThat(ada().get(ME + "/root" + words).values()).hasSize(3);
  }

  @Test
  void quotes_areDoubled() {
    String file = items().addFile(folder("quotes"), "Ada's.txt", bytes("x"));
    assertThat(ada().get(ME + "/root/search(q='ada''s')").items("id")).containsExactly(file);
    assertThat(ada().get(ME + "/root/search(q='ada's')").status()).isEqualTo(400);
  }

  @Test
  void search_comesInPages() {
    items().addFiles(folder("paged"), "found", 5, bytes("x"));
    Answer first = ada().get(ME + "/root/search(q='found')?$top=3");
    assertThat(first.values()).hasSize(3);
    assertThat(ada().get(first.next()).values()).hasSize(2);
    assertThat(ada().get(first.next().replaceFirst("found", "other")).status()).isEqualTo(400);
  }

  @Test
  void searchOfADrive_hasWhatIsShared() {
    String shared = items().addFile(items().root(bo), "shared report.txt", bytes("x"));
    items().share(shared, ada, false);
    Answer found = as(ada, "Files.Read.All").get(ME + "/search(q='shared%20report')");
    assertThat(found.items("id")).containsExactly(shared);
    assertThat(found.values().get(0)).containsKey("remoteItem").containsKey("searchResult");
    assertThat(ada().get(ME + "/search(q='shared%20report')").values()).isEmpty();
  }
}
