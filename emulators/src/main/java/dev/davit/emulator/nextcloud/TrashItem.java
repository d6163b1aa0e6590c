package dev.davit.emulator.nextcloud;

/**
 * Something that was deleted (WebDAV/trashbin.rst).
 *
 * @param name what it was called
 * @param location where it was, in its owner's home, without a slash at the front
 * @param deleted when, in seconds since 1970
 */
record TrashItem(String name, String location, long deleted) {}
