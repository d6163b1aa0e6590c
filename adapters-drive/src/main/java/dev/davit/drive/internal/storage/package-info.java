/** Storage over Drive API v3. */
@NullMarked
package dev.davit.drive.internal.storage;

import org.jspecify.annotations.NullMarked;
