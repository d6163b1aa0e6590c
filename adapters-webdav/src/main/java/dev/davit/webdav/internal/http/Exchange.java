package dev.davit.webdav.internal.http;

import dev.davit.outbound.Target;
import dev.davit.outbound.transfer.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to one address.
 *
 * @param method such as {@code PROPFIND}
 * @param target where to
 * @param headers apart from what describes the payload
 * @param payload its body; null for none
 * @param streams whether the answer's body is a file's, of any size: then no total deadline holds
 */
record Exchange(
    String method,
    Target target,
    Map<String, String> headers,
    @Nullable Payload payload,
    boolean streams) {}
