/** Microsoft OneDrive as a storage. */
@NullMarked
package dev.davit.onedrive;

import org.jspecify.annotations.NullMarked;
