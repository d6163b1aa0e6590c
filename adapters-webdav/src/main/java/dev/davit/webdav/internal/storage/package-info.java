/** The storage port on WebDAV. */
@NullMarked
package dev.davit.webdav.internal.storage;

import org.jspecify.annotations.NullMarked;
