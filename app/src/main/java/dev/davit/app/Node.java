package dev.davit.app;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this node is called where nodes are told apart: in logs, for people. */
final class Node {
  private Node() {}

  /** Its machine, its port and its process. */
  static String name(Settings settings) {
    return machine() + ":" + settings.port() + " (process " + ProcessHandle.current().pid() + ")";
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }
}
