package dev.davit.onedrive;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import org.junit.jupiter.api.Tag;

/** The storage contract with a OneDrive of work or school, which SharePoint keeps. */
@Tag("long")
class WorkContractTest extends OneDriveContract {
  @Override
  MicrosoftAccount somebody(Microsofts microsofts) {
    return microsofts.employee();
  }
}
