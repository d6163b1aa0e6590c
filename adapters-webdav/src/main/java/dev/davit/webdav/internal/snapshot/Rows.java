package dev.davit.webdav.internal.snapshot;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows in order, one after the other. */
@FunctionalInterface
interface Rows {
  /** The next one; null at the end. */
  @Nullable Row next() throws IOException;
}
