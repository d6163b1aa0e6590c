package dev.davit.emulator.google.drive;

import java.nio.file.Path;

/**
 * Bytes that a file has.
 *
 * @param file where they are, never changed once it is here
 * @param size how many
 * @param md5 in hex
 * @param sha1 in hex
 * @param sha256 in hex
 */
record Content(Path file, long size, String md5, String sha1, String sha256) {}
