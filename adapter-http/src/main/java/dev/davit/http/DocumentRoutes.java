package dev.davit.http;

import dev.davit.DocumentPage;
import dev.davit.Documents;
import dev.davit.NewDocument;
import dev.davit.ports.DocumentId;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.store.Document;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application's documents. */
final class DocumentRoutes {
  private static final String BASE = "/api/documents";

  private final Documents documents;

  DocumentRoutes(Documents documents) {
    this.documents = documents;
  }

  List<Route> routes() {
    return List.of(
        Route.post(BASE, Access.USER, Answer.of(201, DocumentView.class), this::store)
            .withQuery("name")
            .withBody(Body.FILE)
            .may(ProblemSets.PROVIDER)
            .may(ProblemType.CONFLICT, ProblemType.QUOTA_EXCEEDED),
        Route.get(BASE, Access.USER, Answer.list(DocumentView.class), this::list)
            .withQuery("limit", "page_token")
            .may(ProblemType.INVALID_CURSOR),
        Route.get(BASE + "/{id}", Access.USER, Answer.of(200, DocumentView.class), this::show)
            .may(ProblemType.NOT_FOUND),
        Route.delete(BASE + "/{id}", Access.USER, Answer.empty(204, 202), this::delete)
            .may(ProblemType.NOT_FOUND),
        Route.get(
                BASE + "/{id}/content",
                Access.USER,
                Answer.bytes(MediaTypes.BYTES, 200, 206, 304),
                this::content)
            .may(ProblemSets.STORAGE)
            .may(ProblemType.RANGE_NOT_SATISFIABLE));
  }

  private void store(Call call) {
    Document stored =
        Uploads.take(
            call,
            upload -> {
              String type = upload.contentType() == null ? MediaTypes.BYTES : upload.contentType();
              return documents.store(
                  call.caller(), new NewDocument(upload.name(), type, upload.content()));
            });
    call.created(BASE + "/" + stored.id(), DocumentView.of(stored));
  }

  private void list(Call call) {
    DocumentPage page =
        documents.list(
            call.caller(), FolderRoutes.limit(call.query()), call.query().get("page_token"));
    List<DocumentView> items = page.documents().stream().map(DocumentView::of).toList();
    call.answer(200, new PageView(items, page.nextPageToken(), null));
  }

  private void show(Call call) {
    call.answer(200, DocumentView.of(documents.get(call.caller(), id(call))));
  }

  private void delete(Call call) {
    call.empty(documents.delete(call.caller(), id(call)) ? 204 : 202);
  }

  private void content(Call call) throws IOException {
    Document document = documents.get(call.caller(), id(call));
    Downloads.send(
        call,
        new Downloadable(
            document.name(),
            document.size(),
            etag(document),
            document.contentType(),
            range -> open(call, range)));
  }

  /** Without the provider's tag: ours, by the hash, says more. */
  private Download open(Call call, @Nullable ByteRange range) {
    Download download = documents.read(call.caller(), id(call), range);
    return new Download(
        download.body(),
        download.first(),
        download.length(),
        download.size(),
        null,
        download.contentType());
  }

  /** Its hash, unless the provider keeps other bytes than those that were sent. */
  private static @Nullable String etag(Document document) {
    return document.altered() || document.sha256() == null ? null : "\"" + document.sha256() + "\"";
  }

  private static DocumentId id(Call call) {
    return new DocumentId(call.path("id"));
  }
}
