/** Any WebDAV server as a storage. */
@NullMarked
package dev.davit.webdav;

import org.jspecify.annotations.NullMarked;
