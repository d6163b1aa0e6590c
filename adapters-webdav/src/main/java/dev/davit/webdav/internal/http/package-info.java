/** Requests to servers that users name: guarded, bounded, never repeated behind one's back. */
@NullMarked
package dev.davit.webdav.internal.http;

import org.jspecify.annotations.NullMarked;
