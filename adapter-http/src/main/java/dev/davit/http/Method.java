package dev.davit.http;

/** The methods that routes have; GET goes for HEAD too. */
enum Method {
  GET,
  POST,
  PATCH,
  DELETE
}
