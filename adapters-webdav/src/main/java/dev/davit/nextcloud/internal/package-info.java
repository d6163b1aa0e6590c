/** What Nextcloud adds to WebDAV. */
@NullMarked
package dev.davit.nextcloud.internal;

import org.jspecify.annotations.NullMarked;
