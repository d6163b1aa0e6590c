package dev.davit.emulator.microsoft.graph;

/** Makes pre-authenticated addresses of content (driveitem-get-content). */
@FunctionalInterface
interface DownloadAddresses {
  /** A new address of a file, good for a while, absolute; called under the store's lock. */
  String of(Call call, Item file);
}
