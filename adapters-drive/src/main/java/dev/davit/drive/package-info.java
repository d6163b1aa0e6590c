/** Google Drive as a storage. */
@NullMarked
package dev.davit.drive;

import org.jspecify.annotations.NullMarked;
