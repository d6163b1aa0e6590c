@NullMarked
package dev.davit.internal.providers;

import org.jspecify.annotations.NullMarked;
