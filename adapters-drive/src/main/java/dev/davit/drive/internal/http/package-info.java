/** Requests to Google's own hosts. */
@NullMarked
package dev.davit.drive.internal.http;

import org.jspecify.annotations.NullMarked;
