package dev.davit.http;

import dev.davit.ports.ProviderId;

/**
 * A provider that this server knows and its operator has not set up.
 *
 * @param id its name in addresses
 * @param name its name on a page
 */
public record UnconfiguredProvider(ProviderId id, String name) {}
