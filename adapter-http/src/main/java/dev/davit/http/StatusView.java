package dev.davit.http;

/** How the server is, or something that it depends on. */
record StatusView(String status) implements View {}
