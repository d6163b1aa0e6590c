package dev.davit.http;

/** How the server is: {@code live} or {@code ready}. */
record StatusView(String status) implements View {}
