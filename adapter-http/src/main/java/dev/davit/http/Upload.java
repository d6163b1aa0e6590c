package dev.davit.http;

import dev.davit.ports.storage.Content;
import org.jspecify.annotations.Nullable;

/**
 * A file that a client sends.
 *
 * @param name as the client calls it
 * @param contentType what the client says it is; null where it says nothing of use
 * @param content its bytes
 */
record Upload(String name, @Nullable String contentType, Content content) {}
