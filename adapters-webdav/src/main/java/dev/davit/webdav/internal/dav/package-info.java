/** What WebDAV says, read carefully: paths, hrefs, ids, and the multi-status answer. */
@NullMarked
package dev.davit.webdav.internal.dav;

import org.jspecify.annotations.NullMarked;
