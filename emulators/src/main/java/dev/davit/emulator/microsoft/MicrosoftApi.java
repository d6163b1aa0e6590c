package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.EmulatedApi;

/** One of Microsoft's APIs, such as Graph, to be served at the emulator's origin. */
public interface MicrosoftApi extends EmulatedApi<Site> {}
