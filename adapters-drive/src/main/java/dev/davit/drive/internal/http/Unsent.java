package dev.davit.drive.internal.http;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;

/** Keeps Google's library from sending anything by itself: it describes requests, no more. */
final class Unsent extends HttpTransport {
  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    throw new IllegalStateException("requests are sent by Transport");
  }
}
