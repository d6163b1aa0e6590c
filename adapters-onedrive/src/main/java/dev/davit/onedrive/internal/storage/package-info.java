/** Storage over Microsoft Graph v1.0. */
@NullMarked
package dev.davit.onedrive.internal.storage;

import org.jspecify.annotations.NullMarked;
