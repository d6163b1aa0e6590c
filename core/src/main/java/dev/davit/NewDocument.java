package dev.davit;

import dev.davit.ports.storage.Content;

/**
 * A document to be stored.
 *
 * @param name as the application names it: 1 to 255 UTF-8 bytes without control characters
 * @param contentType its media type (RFC 9110, 8.3)
 * @param content its bytes
 */
public record NewDocument(String name, String contentType, Content content) {}
