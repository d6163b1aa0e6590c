package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.core.models.UploadResult;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.tasks.LargeFileUploadTask;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.drives.item.items.ItemsRequestBuilder;
import com.microsoft.graph.drives.item.items.item.copy.CopyPostRequestBody;
import com.microsoft.graph.drives.item.items.item.createuploadsession.CreateUploadSessionPostRequestBody;
import com.microsoft.graph.drives.item.items.item.delta.DeltaGetResponse;
import com.microsoft.graph.models.DriveItem;
import com.microsoft.graph.models.DriveItemCollectionResponse;
import com.microsoft.graph.models.DriveItemUploadableProperties;
import com.microsoft.graph.models.Folder;
import com.microsoft.graph.models.ItemReference;
import com.microsoft.graph.models.UploadSession;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.http.middleware.options.HeadersInspectionOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Microsoft's own Java client walks the emulator. */
class GraphSdkTest extends BytesBench {
  private static GraphServiceClient client;
  private static String drive;

  @BeforeAll
  static void connect() {
    String token = microsoft.grant(bo, "Files.ReadWrite").access();
    String graphAtAnotherHostThanFiles = "http://localhost:" + microsoft.url().getPort() + "/v1.0";
    client =
        new GraphServiceClient(
            new BaseGraphRequestAdapter(
                (request, context) -> request.headers.add("Authorization", "Bearer " + token),
                graphAtAnotherHostThanFiles));
    drive = String.valueOf(there(client.me().drive().get()).getId());
  }

  @AfterEach
  void nothingGivesTokensAway() {
    assertThat(graph.offences()).isEmpty();
  }

  private static ItemsRequestBuilder all() {
    return client.drives().byDriveId(drive).items();
  }

  private static <T> T there(T value) {
    return Objects.requireNonNull(value);
  }

  private static DriveItem folder(String parent, String name) {
    DriveItem folder = new DriveItem();
    folder.setName(name);
    folder.setFolder(new Folder());
    folder.setAdditionalData(Map.of("@microsoft.graph.conflictBehavior", "fail"));
    return there(all().byDriveItemId(parent).children().post(folder));
  }

  private static DriveItem file(String path, byte[] content) {
    return there(
        all()
            .byDriveItemId("root:/" + path + ":")
            .content()
            .put(new ByteArrayInputStream(content)));
  }

  private static String id(DriveItem item) {
    return String.valueOf(item.getId());
  }

  @Test
  void drive_hasAQuota_andARoot() {
    assertThat(there(there(client.me().drive().get()).getQuota()).getTotal()).isPositive();
    assertThat(there(client.drives().byDriveId(drive).root().get()).getFolder()).isNotNull();
  }

  @Test
  void file_isWritten_read_renamed_moved_andDeleted() throws IOException {
    DriveItem folder = folder("root", "round");
    DriveItem file = file("round/a b#1.txt", bytes(1000));
    assertThat(there(there(file.getFile()).getHashes()).getQuickXorHash())
        .isEqualTo(hash(bytes(1000)));
    try (InputStream in = there(all().byDriveItemId(id(file)).content().get())) {
      assertThat(in.readAllBytes()).isEqualTo(bytes(1000));
    }
    DriveItem change = new DriveItem();
    change.setName("b.txt");
    ItemReference parent = new ItemReference();
    parent.setId(id(folder("root", "other")));
    change.setParentReference(parent);
    DriveItem moved = there(all().byDriveItemId(id(file)).patch(change));
    assertThat(moved.getName()).isEqualTo("b.txt");
    assertThat(names(folder)).isEmpty();
    all().byDriveItemId(id(file)).delete();
    assertThatThrownBy(() -> all().byDriveItemId(id(file)).get())
        .isInstanceOfSatisfying(
            ODataError.class,
            refusal -> {
              assertThat(refusal.getResponseStatusCode()).isEqualTo(404);
              assertThat(there(refusal.getError()).getCode()).isEqualTo("itemNotFound");
            });
  }

  private static List<String> names(DriveItem folder) {
    DriveItemCollectionResponse page = there(all().byDriveItemId(id(folder)).children().get());
    return there(page.getValue()).stream().map(item -> String.valueOf(item.getName())).toList();
  }

  @Test
  void children_comeInPages() throws ReflectiveOperationException {
    DriveItem folder = folder("root", "many");
    for (int i = 0; i < 5; i++) {
      file("many/" + i, bytes(1));
    }
    graph.faults().emptyPages(1);
    DriveItemCollectionResponse first =
        there(
            all()
                .byDriveItemId(id(folder))
                .children()
                .get(request -> there(request.queryParameters).top = 2));
    List<String> names = new ArrayList<>();
    new PageIterator.Builder<DriveItem, DriveItemCollectionResponse>()
        .client(client)
        .collectionPage(first)
        .collectionPageFactory(DriveItemCollectionResponse::createFromDiscriminatorValue)
        .processPageItemCallback(item -> names.add(String.valueOf(item.getName())))
        .build()
        .iterate();
    assertThat(names).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void largeFile_isUploadedInSlices_andGoesOnWhereItWasCut()
      throws IOException, ReflectiveOperationException, InterruptedException {
    DriveItemUploadableProperties properties = new DriveItemUploadableProperties();
    properties.setAdditionalData(Map.of("@microsoft.graph.conflictBehavior", "replace"));
    CreateUploadSessionPostRequestBody body = new CreateUploadSessionPostRequestBody();
    body.setItem(properties);
    UploadSession session =
        there(all().byDriveItemId("root:/large.bin:").createUploadSession().post(body));
    byte[] content = bytes(2 * UNIT + 11);
    LargeFileUploadTask<DriveItem> task =
        new LargeFileUploadTask<>(
            null,
            session,
            new ByteArrayInputStream(content),
            content.length,
            UNIT,
            DriveItem::createFromDiscriminatorValue);
    UploadResult<DriveItem> result = task.upload(1, null);
    assertThat(result.isUploadSuccessful()).isTrue();
    assertThat(there(there(result.itemResponse.getFile()).getHashes()).getQuickXorHash())
        .isEqualTo(hash(content));
    assertThat(microsoft.requests().count("PUT", "/upload/")).isEqualTo(3);
  }

  @Test
  void copy_isWatched_untilItIsThere() {
    DriveItem folder = folder("root", "copies");
    DriveItem file = file("original.txt", bytes(9));
    CopyPostRequestBody body = new CopyPostRequestBody();
    ItemReference parent = new ItemReference();
    parent.setDriveId(drive);
    parent.setId(id(folder));
    body.setParentReference(parent);
    HeadersInspectionOption headers = new HeadersInspectionOption(false, true);
    all().byDriveItemId(id(file)).copy().post(body, request -> request.options.add(headers));
    String monitor =
        Objects.requireNonNull(headers.getResponseHeaders().get("Location")).iterator().next();
    assertThat(text(open.get(monitor), "status")).isEqualTo("completed");
    assertThat(names(folder)).containsExactly("original.txt");
  }

  @Test
  void search_finds() {
    DriveItem file = file("needle in hay.txt", bytes(9));
    List<DriveItem> found =
        there(there(all().byDriveItemId("root").searchWithQ("needle").get()).getValue());
    assertThat(found).extracting(DriveItem::getId).containsExactly(file.getId());
  }

  @Test
  void delta_bringsWhatChanged() {
    DeltaGetResponse all = there(all().byDriveItemId("root").delta().get());
    DriveItem file = file("new.txt", bytes(9));
    DeltaGetResponse later =
        there(all().byDriveItemId("root").delta().withUrl(there(all.getOdataDeltaLink())).get());
    assertThat(there(later.getValue())).extracting(DriveItem::getId).contains(file.getId());
  }
}
