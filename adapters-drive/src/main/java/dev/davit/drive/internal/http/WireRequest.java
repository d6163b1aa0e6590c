package dev.davit.drive.internal.http;

import java.net.URI;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpRequestBase;

/** Requests of any method, with or without a body. */
final class WireRequest {
  private WireRequest() {}

  static HttpRequestBase of(String method, URI uri) {
    HttpRequestBase request =
        new HttpRequestBase() {
          @Override
          public String getMethod() {
            return method;
          }
        };
    request.setURI(uri);
    return request;
  }

  static HttpEntityEnclosingRequestBase withBody(String method, URI uri) {
    HttpEntityEnclosingRequestBase request =
        new HttpEntityEnclosingRequestBase() {
          @Override
          public String getMethod() {
            return method;
          }
        };
    request.setURI(uri);
    return request;
  }
}
