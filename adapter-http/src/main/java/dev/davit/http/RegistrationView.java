package dev.davit.http;

/** Whether everybody may register: {@code open} or {@code closed}. */
record RegistrationView(String registration) implements View {}
