/**
 * A storage provider as the core sees it: how an account is connected, and what can be done with
 * what is stored there.
 */
@NullMarked
package dev.davit.ports.storage;

import org.jspecify.annotations.NullMarked;
