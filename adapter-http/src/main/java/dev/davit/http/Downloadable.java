package dev.davit.http;

import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be sent to a client.
 *
 * @param name to save it under
 * @param size in bytes, where known
 * @param etag where there is one
 * @param contentType where known
 * @param open reads it, or a range of it
 */
record Downloadable(
    String name,
    @Nullable Long size,
    @Nullable String etag,
    @Nullable String contentType,
    Function<@Nullable ByteRange, Download> open) {}
