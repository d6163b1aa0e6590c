package dev.davit.onedrive;

import dev.davit.emulator.microsoft.MicrosoftAccount;

/** The storage contract with all of a consumer's OneDrive. */
class OneDriveContractTest extends OneDriveContract {
  @Override
  MicrosoftAccount somebody(Microsofts microsofts) {
    return microsofts.somebody();
  }
}
