package dev.davit.drive.internal.storage;

import dev.davit.drive.DriveSettings;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.outbound.transfer.Pacing;

/**
 * What the parts of one opened storage share.
 *
 * @param client speaks to Google as the account
 * @param files looks files up
 * @param folders finds folders
 * @param pages lists what fits a query
 * @param pacing how large files are sent
 */
record Desk(
    DriveClient client,
    DriveSettings settings,
    Files files,
    Folders folders,
    Pages pages,
    Pacing pacing) {}
