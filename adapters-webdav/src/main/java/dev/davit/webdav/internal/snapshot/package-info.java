/** Large folders on disk, in order, for as long as somebody pages through them. */
@NullMarked
package dev.davit.webdav.internal.snapshot;

import org.jspecify.annotations.NullMarked;
