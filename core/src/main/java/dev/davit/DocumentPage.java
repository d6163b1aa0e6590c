package dev.davit;

import dev.davit.ports.store.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an owner's documents.
 *
 * @param documents newest first
 * @param nextPageToken what to ask the next page with, for the same owner and limit only; null on
 *     the last page
 */
public record DocumentPage(List<Document> documents, @Nullable String nextPageToken) {
  public DocumentPage {
    documents = List.copyOf(documents);
  }
}
