package dev.davit;

import dev.davit.ports.DocumentId;
import java.time.Instant;

/**
 * An upload that {@link Documents#resume} can go on with.
 *
 * @param id of the document that it will be
 * @param name as the application named it
 * @param contentType its media type
 * @param position how many bytes the provider is known to have; it may have one part more
 * @param createdAt when it was announced
 */
public record UnfinishedUpload(
    DocumentId id, String name, String contentType, long position, Instant createdAt) {}
