package dev.davit.emulator.microsoft.graph;

/** What kind of drive it is (resources/drive, {@code driveType}). */
enum DriveType {
  /** OneDrive of a Microsoft account. */
  PERSONAL("personal"),

  /** OneDrive of an account of an organization. */
  BUSINESS("business"),

  /** A library of SharePoint. */
  LIBRARY("documentLibrary");

  private final String text;

  DriveType(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
