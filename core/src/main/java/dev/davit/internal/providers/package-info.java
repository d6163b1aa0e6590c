/** The providers, and the one way to call them. */
@NullMarked
package dev.davit.internal.providers;

import org.jspecify.annotations.NullMarked;
