package dev.davit.app;

import dev.davit.http.UnconfiguredProvider;
import dev.davit.ports.ProviderId;
import org.jspecify.annotations.Nullable;

/** Whoever lets users consent on pages of their own, once the operator is registered there. */
enum OAuthVendor {
  GOOGLE(
      "Google",
      "google_drive",
      "Google Drive",
      "Google's console",
      "a client id",
      "a client secret"),
  MICROSOFT(
      "Microsoft",
      "onedrive",
      "OneDrive",
      "Microsoft's Entra admin center",
      "an application (client) ID",
      "a client secret's value");

  private final String called;
  private final String provider;
  private final String storage;
  private final String console;
  private final String idWords;
  private final String secretWords;

  OAuthVendor(
      String called,
      String provider,
      String storage,
      String console,
      String idWords,
      String secretWords) {
    this.called = called;
    this.provider = provider;
    this.storage = storage;
    this.console = console;
    this.idWords = idWords;
    this.secretWords = secretWords;
  }

  /** The vendor's name. */
  String called() {
    return called;
  }

  /** The storage there, by the name that users know it by. */
  String storage() {
    return storage;
  }

  /** Where the operator is registered. */
  String console() {
    return console;
  }

  /** How {@link #console} names and shows the client's id. */
  String idWords() {
    return idWords + " as " + console + " shows it";
  }

  /** The same of its secret. */
  String secretWords() {
    return secretWords + " as " + console + " shows it";
  }

  /** The setting of this vendor's that is named so at its end. */
  String setting(String end) {
    return "DAVIT_" + name() + "_" + end;
  }

  /** The setting that puts something else in the vendor's place. */
  String devSetting() {
    return "DAVIT_DEV_" + name() + "_URL";
  }

  /** What the last segment of the redirect address is. */
  String callbackEnd() {
    return "/" + provider;
  }

  /** What stands for it where it is not offered. */
  UnconfiguredProvider unconfigured() {
    return new UnconfiguredProvider(new ProviderId(provider), storage);
  }

  /** The operator's client there; null if there is none. */
  @Nullable OAuthClientSettings client(Settings settings) {
    GoogleSettings google = settings.google();
    MicrosoftSettings microsoft = settings.microsoft();
    return switch (this) {
      case GOOGLE -> google == null ? null : google.client();
      case MICROSOFT -> microsoft == null ? null : microsoft.client();
    };
  }
}
