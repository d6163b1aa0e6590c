package dev.davit.http;

import dev.davit.ports.storage.FieldSpec;

/** A field to ask the user for. */
record FieldView(String name, String label, String kind, String help) implements View {

  static FieldView of(FieldSpec field) {
    return new FieldView(field.name(), field.label(), field.kind().name(), field.help());
  }
}
