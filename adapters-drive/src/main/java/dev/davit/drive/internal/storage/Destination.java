package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.ports.storage.ConflictPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be put.
 *
 * @param folder which is there
 * @param name as it is to be shown
 * @param policy what to do if it turns out that somebody was faster
 * @param replaced the file whose place it takes; null for none
 */
record Destination(Folder folder, String name, ConflictPolicy policy, @Nullable File replaced) {}
