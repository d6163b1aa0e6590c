/** Gets the bytes of files to Google, and goes on where that was interrupted. */
@NullMarked
package dev.davit.drive.internal.upload;

import org.jspecify.annotations.NullMarked;
