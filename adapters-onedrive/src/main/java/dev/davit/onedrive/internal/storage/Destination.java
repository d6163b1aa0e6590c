package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.upload.OtherNames;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be put.
 *
 * @param folder into which folder
 * @param name that is free, unless something is replaced
 * @param replaced the file whose place it takes; null for none
 * @param others what to try if somebody was faster
 */
record Destination(Spot folder, String name, @Nullable Json replaced, OtherNames others) {}
