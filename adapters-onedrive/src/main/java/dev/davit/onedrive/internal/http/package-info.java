/** Requests to Microsoft's hosts: Graph's, those that Graph hands out, and the log-in's. */
@NullMarked
package dev.davit.onedrive.internal.http;

import org.jspecify.annotations.NullMarked;
