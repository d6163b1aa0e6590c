package dev.davit.ports.storage;

import java.net.URI;

/**
 * A page of a provider's on which users see what they have granted, and take it back.
 *
 * @param whose for which accounts, in words that users know, such as {@code personal accounts}
 * @param address of the page, https
 */
public record GrantsPage(String whose, URI address) {}
