/** The Nextcloud adapter. Make a {@link dev.davit.nextcloud.NextcloudProvider}. */
@NullMarked
package dev.davit.nextcloud;

import org.jspecify.annotations.NullMarked;
