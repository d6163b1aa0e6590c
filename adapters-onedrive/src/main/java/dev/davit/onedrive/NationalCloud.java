package dev.davit.onedrive;

import java.net.URI;

/**
 * Which of Microsoft's clouds the accounts are in; each has hosts of its own and knows no account
 * of another (Microsoft Graph: "National cloud deployments").
 */
public enum NationalCloud {
  /** The one for everybody. */
  GLOBAL("login.microsoftonline.com", "graph.microsoft.com"),

  /** US Government L4 (GCC High). */
  US_GOVERNMENT("login.microsoftonline.us", "graph.microsoft.us"),

  /** US Government L5 (Department of Defense). */
  US_DEFENSE("login.microsoftonline.us", "dod-graph.microsoft.us"),

  /** China, operated by 21Vianet. */
  CHINA("login.chinacloudapi.cn", "microsoftgraph.chinacloudapi.cn");

  private final URI login;
  private final URI graph;

  NationalCloud(String login, String graph) {
    this.login = URI.create("https://" + login + "/");
    this.graph = URI.create("https://" + graph + "/");
  }

  /** Where users log in, and tokens come from. */
  public URI login() {
    return login;
  }

  /** Where Graph is; permissions are asked for below it. */
  public URI graph() {
    return graph;
  }
}
