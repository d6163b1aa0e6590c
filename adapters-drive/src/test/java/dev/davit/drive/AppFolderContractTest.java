package dev.davit.drive;

import org.junit.jupiter.api.Tag;

/** The storage contract in a folder of the application's own. */
@Tag("long")
class AppFolderContractTest extends DriveContract {
  @Override
  DriveScope scope() {
    return DriveScope.APP_FOLDER;
  }
}
