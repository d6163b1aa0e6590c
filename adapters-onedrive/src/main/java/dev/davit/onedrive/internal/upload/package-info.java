/** Gets the bytes of files to OneDrive, and goes on where that was interrupted. */
@NullMarked
package dev.davit.onedrive.internal.upload;

import org.jspecify.annotations.NullMarked;
