package dev.davit.drive;

/** The storage contract with all of a user's Drive. */
class DriveContractTest extends DriveContract {}
