/** Connecting by consent on the provider's page: from the start to the connection. */
@NullMarked
package dev.davit.internal.oauth;

import org.jspecify.annotations.NullMarked;
