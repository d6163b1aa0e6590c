package dev.davit.emulator.nextcloud;

import java.time.Instant;

/**
 * A chunked upload under way (WebDAV/chunking.rst).
 *
 * @param versionTwo whether it began with a Destination; then all of version 2's rules hold
 * @param until when it is forgotten, if nothing comes
 */
record Upload(boolean versionTwo, Instant until) {}
