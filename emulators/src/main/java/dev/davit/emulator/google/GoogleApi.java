package dev.davit.emulator.google;

import dev.davit.emulator.oauth.EmulatedApi;

/** One of Google's APIs, to be served at the emulator's origin. */
public interface GoogleApi extends EmulatedApi<Site> {}
